import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Makes the data directory, or says in one sentence why that cannot be. */
export function makeHome(home: string): void {
  try {
    makeFolders(home)
    accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    const why = WHY[(error as NodeJS.ErrnoException).code ?? '']
    if (why === undefined) throw error
    throw new CannotStart(why(home))
  }
}

/** Folder by folder: below /proc and the like, Node's own recursive way tries for ever. */
function makeFolders(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (found !== undefined) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
  if (dirname(folder) !== folder) makeFolders(dirname(folder))
  try {
    mkdirSync(folder)
  } catch (error) {
    // Another process was quicker.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

const ELSEWHERE = '请用 MINGFU_HOME 指定另一个目录'

export const noPermission = (home: string) =>
  `当前用户不能使用数据目录 ${home}（没有权限，或者它属于另一个用户），请用原来的用户运行，或用 MINGFU_HOME 指定另一个目录。`
export const diskFull = (home: string) => `磁盘已满，不能使用数据目录 ${home}。`
export const readOnly = (home: string) => `数据目录 ${home} 在只读的磁盘上，${ELSEWHERE}。`
const notAFolder = (home: string) => `数据目录 ${home} 的路径上有一个文件，不能建立目录，${ELSEWHERE}。`
const impossible = (home: string) => `不能在这个位置建立数据目录 ${home}，${ELSEWHERE}。`

const WHY: Readonly<Record<string, (home: string) => string>> = {
  EACCES: noPermission,
  EPERM: noPermission,
  ENOSPC: diskFull,
  EDQUOT: diskFull,
  EROFS: readOnly,
  ENOTDIR: notAFolder,
  ENOENT: impossible,
  ENAMETOOLONG: impossible,
  ELOOP: impossible,
  EINVAL: impossible,
}
