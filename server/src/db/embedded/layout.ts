import { randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { CannotStart } from './cannot-start.ts'
import { diskFull, makeHome, noPermission, readOnly } from './make-home.ts'
import { chooseServerUser, mayReach, type ServerUser } from './server-user.ts'

/** Where everything of the embedded server lies, and under whom it runs. */
export type Layout = Readonly<{
  root: string
  data: string
  log: string
  lock: string
  leases: string
  secret: string
  user: ServerUser | undefined
}>

/** Longest path of a Unix socket that every system takes, in bytes and less the socket's own name. */
const SOCKET_FOLDER_LIMIT = 85
const ELSEWHERE = '/var/lib/mingfu'

/** Makes the folders, or says in one sentence why that cannot be. */
export function layOut(home: string): Layout {
  makeHome(home)
  try {
    return foldersIn(realpathSync(home))
  } catch (error) {
    throw error instanceof CannotStart ? error : closed(home, error)
  }
}

function foldersIn(home: string): Layout {
  const wanted = join(home, 'postgres')
  const user = chooseServerUser(join(wanted, 'data'))
  const root = rootFor(wanted, user)
  makeFolder(root, user)
  accessSync(root, constants.R_OK | constants.W_OK | constants.X_OK)
  const data = join(root, 'data')
  if (existsSync(data)) makeFolder(data, user)
  return {
    root,
    data,
    log: join(root, 'postgres.log'),
    lock: join(root, 'lock'),
    leases: join(root, 'users'),
    secret: join(root, 'secret'),
    user,
  }
}

/** The folder of the Unix socket; `undefined` when no path is short enough, or the system has no such sockets. */
export function makeSocketFolder({ root, user }: Layout, temporary = tmpdir()): string | undefined {
  if (process.platform === 'win32') return undefined
  const beside = join(root, 'run')
  const folder = fits(beside) ? beside : mkdtempSync(join(temporary, 'mingfu-'))
  if (!fits(folder)) {
    rmdirSync(folder)
    return undefined
  }
  makeFolder(folder, user)
  return folder
}

/** Removes a socket folder that was made for one run of the server. */
export function removeSocketFolder(folder: string, { root }: Layout): void {
  if (dirname(folder) !== root) rmSync(folder, { recursive: true, force: true })
}

export function makeFolder(folder: string, user: ServerUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const { uid, gid, mode } = statSync(folder)
  if (user && (uid !== user.uid || gid !== user.gid)) chownSync(folder, user.uid, user.gid)
  if ((mode & 0o777) !== 0o700) chmodSync(folder, 0o700)
}

function fits(folder: string): boolean {
  return Buffer.byteLength(folder) <= SOCKET_FOLDER_LIMIT
}

/**
 * The server's user must be able to walk to its files. A closed data directory of our own is opened for passing
 * through (its folders stay closed each by itself); below another's closed folder, as root's home is, the files go to
 * /var/lib and a link stands in their place.
 */
function rootFor(wanted: string, user: ServerUser | undefined): string {
  if (isLink(wanted)) return realpathSync(wanted)
  const home = dirname(wanted)
  if (!user || mayReach(home, user)) return wanted
  if (mayReach(dirname(home), user)) {
    chmodSync(home, (statSync(home).mode & 0o777) | 0o111)
    return wanted
  }
  if (existsSync(wanted)) {
    throw new CannotStart(
      `数据库账户进不去数据目录 ${wanted}，请放开其上级目录的通行权限，或用 MINGFU_HOME 指定另一个目录。`,
    )
  }
  const at = join(ELSEWHERE, randomBytes(6).toString('hex'))
  mkdirSync(ELSEWHERE, { recursive: true, mode: 0o755 })
  mkdirSync(at, { mode: 0o700 })
  symlinkSync(at, wanted)
  return at
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false
}

function closed(home: string, error: unknown): unknown {
  const { code } = error as NodeJS.ErrnoException
  if (code === 'EPERM' && process.getuid?.() === 0) return new CannotStart(NO_CAPABILITY)
  if (code === 'ENOSPC') return new CannotStart(diskFull(home))
  if (code === 'EROFS') return new CannotStart(readOnly(home))
  if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EEXIST' && code !== 'ENOTDIR') return error
  return new CannotStart(noPermission(home))
}

export const NO_CAPABILITY = '当前的 root 不能切换用户（可能在受限的容器中），请改用普通用户运行。'
