import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// @ts-expect-error plain JavaScript, which runs before anything is installed
import { builtFolder } from './built-folder.mjs'

let dist: string
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), 'mingfu-dist-'))
})
afterEach(() => rmSync(dist, { recursive: true, force: true }))

/** A build that takes its time and leaves one file. */
function building(text: string, log: string[] = []) {
  return async (folder: string) => {
    log.push(text)
    await sleep(20)
    writeFileSync(join(folder, 'main.js'), text)
  }
}

function current(name: string): string {
  return readFileSync(join(dist, `${name}.current`), 'utf8')
}

describe('a build', () => {
  it('is made once for the same sources', async () => {
    const log: string[] = []
    const folder = await builtFolder(dist, 'program', 'aaaa', building('first', log))
    expect(await builtFolder(dist, 'program', 'aaaa', building('again', log))).toBe(folder)
    expect(log).toEqual(['first'])
    expect(readFileSync(join(folder, 'main.js'), 'utf8')).toBe('first')
  })

  it('appears whole when two commands build at once, and leaves nothing half done', async () => {
    const folders = await Promise.all([
      builtFolder(dist, 'program', 'aaaa', building('one')),
      builtFolder(dist, 'program', 'aaaa', building('other')),
    ])
    expect(new Set(folders)).toEqual(new Set([join(dist, 'program-aaaa')]))
    expect(readdirSync(dist).sort()).toEqual(['program-aaaa', 'program.current'])
    expect(['one', 'other']).toContain(readFileSync(join(dist, 'program-aaaa', 'main.js'), 'utf8'))
  })

  it('leaves the one before it to the program that runs from it, and drops older ones', async () => {
    for (const [at, id] of ['aaaa', 'bbbb', 'cccc', 'dddd'].entries()) {
      const folder = await builtFolder(dist, 'program', id, building(id))
      utimesSync(folder, 1_700_000_000 + at, 1_700_000_000 + at)
    }
    await builtFolder(dist, 'console', 'aaaa', building('console'))
    expect(readdirSync(dist).sort()).toEqual([
      'console-aaaa',
      'console.current',
      'program-bbbb',
      'program-cccc',
      'program-dddd',
      'program.current',
    ])
    expect(current('program')).toBe('program-dddd')
  })

  it('that failed is not there, and the one before it stays', async () => {
    await builtFolder(dist, 'program', 'aaaa', building('good'))
    const failing = builtFolder(dist, 'program', 'bbbb', async (folder: string) => {
      writeFileSync(join(folder, 'main.js'), 'half')
      throw new Error('a mistake in the sources')
    })
    await expect(failing).rejects.toThrow('a mistake in the sources')
    expect(existsSync(join(dist, 'program-bbbb'))).toBe(false)
    expect(readdirSync(dist).sort()).toEqual(['program-aaaa', 'program.current'])
    expect(current('program')).toBe('program-aaaa')
  })
})
