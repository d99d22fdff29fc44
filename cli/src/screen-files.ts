import { globSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { CannotDo } from './exit-code.ts'

const SCREENABLE =
  /\.(?:html?|shtml|docx?|xlsx?|xlsm|pptx|wps|et|pdf|ofd|rtf|txt|csv|md|json|xml|svg|jpe?g|png|webp|tiff?|gif|zip)$/i

/** The files that arguments name: files of any kind, directories with what can be looked into, and patterns. */
export function filesNamed(names: readonly string[]): string[] {
  const files = names.flatMap((name) => {
    const found = statSync(name, { throwIfNoEntry: false })
    if (found?.isDirectory() === true)
      return globSync('**/*', {
        cwd: name,
        exclude: (each) => each.startsWith('.') || each === 'node_modules',
      })
        .filter(isScreenable)
        .sort()
        .map((each) => join(name, each))
    if (found !== undefined) return [name]
    const matched = globSync(name).filter(isScreenable).sort()
    if (matched.length === 0) throw new CannotDo(`找不到“${name}”，请检查文件名或者目录`)
    return matched
  })
  if (files.length === 0) throw new CannotDo('目录中没有可以检查的文件')
  return [...new Set(files)]
}

function isScreenable(name: string): boolean {
  return SCREENABLE.test(name) && !/^[~.]/.test(basename(name))
}
