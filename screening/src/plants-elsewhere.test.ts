import { expect, it } from 'vitest'
import { readLayers } from './layers/read-layers.ts'
import { screenLayers } from './screen-layers.ts'
import { STANDARD_LISTS } from './screen-texts.ts'
import { RULES } from './testing/planted.ts'
import { plantsElsewhere } from './testing/plants-elsewhere.ts'

it('发布前检查 finds the six items in places that its readers were not written after', async () => {
  const plants = await plantsElsewhere()
  const missed: string[] = []
  for (const [place, name, bytes] of plants) {
    const { findings } = screenLayers(await readLayers(bytes, name), STANDARD_LISTS)
    const found = new Set(findings.filter(({ level }) => level !== 'warn').map(({ rule }) => rule))
    for (const rule of RULES) if (!found.has(rule)) missed.push(`${place}: ${rule}`)
  }
  expect(missed).toEqual([])
  expect(plants.length * RULES.length).toBeGreaterThanOrEqual(450)
})

it('what it cannot look into it does not call clean', async () => {
  const { unread } = await readLayers(
    new Uint8Array(Buffer.concat([Buffer.from('Rar!\x1a\x07'), Buffer.alloc(200, 3)])),
    '名单.rar',
  )
  expect(unread).toEqual([{ where: '文件', why: '这种格式的文件没有逐层检查，请另存为常用格式后再提供' }])
})
