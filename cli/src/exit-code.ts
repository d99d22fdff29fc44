/** 0: done. 1: done, and faults were found. 2: could not. */
export type ExitCode = 0 | 1 | 2

/** What a command cannot do, in one clear Chinese sentence that says what to do. */
export class CannotDo extends Error {
  override readonly name = 'CannotDo'
}

// Errors whose message is a sentence for people already. Compared by name, so that their packages need not be loaded.
const FOR_PEOPLE: ReadonlySet<string> = new Set([
  'CannotDo',
  'CannotStart',
  'UnreadableFile',
  'DocumentError',
  'Refused',
  'NotFound',
  'Forbidden',
  'Invalid',
  'Stale',
])

/** The sentence that a person reads when a command failed. Never a stack trace. */
export function sentenceOf(error: unknown): string {
  if (!(error instanceof Error)) return `程序出错：${String(error)}`
  if (FOR_PEOPLE.has(error.name)) return error.message
  if (error instanceof RangeError && /\p{Script=Han}/u.test(error.message)) return error.message
  const { code, path } = error as NodeJS.ErrnoException
  const file = path === undefined ? '文件' : `文件“${path}”`
  switch (code) {
    case 'ENOENT':
      return `找不到${file}，请检查路径`
    case 'EACCES':
    case 'EPERM':
      return `没有读写${file}的权限，请检查权限设置`
    case 'EISDIR':
      return `${file}是目录，请给出文件`
    case 'ENOTDIR':
    case 'EEXIST':
      return `${file}不是目录，请换一个输出位置`
    case 'ENOSPC':
      return '磁盘空间不足，请清理后再试'
    default:
      return `程序出错：${error.message}`
  }
}
