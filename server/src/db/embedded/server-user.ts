import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { CannotStart } from './cannot-start.ts'

/** Under whom the server runs: PostgreSQL refuses root, so root lends it another account. */
export type ServerUser = Readonly<{ uid: number; gid: number }>

/** `undefined` when we are an ordinary user and the server simply runs as ourselves. */
export function chooseServerUser(dataFolder: string): ServerUser | undefined {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return undefined
  if (existsSync(dataFolder)) {
    const { uid, gid } = statSync(dataFolder)
    if (uid !== 0) return { uid, gid }
  }
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
  for (const name of ['postgres', 'nobody', 'daemon']) {
    const account = accounts.find(([login]) => login === name)
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) }
  }
  throw new CannotStart(
    '以 root 身份运行时需要一个普通账户来运行数据库，本机没有找到。请改用普通用户运行，或设置 MINGFU_DATABASE_URL。',
  )
}

/** Whether that user may walk down to the folder: every folder above lets it through. */
export function mayReach(folder: string, user: ServerUser): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(at)) {
      const { mode, uid, gid } = statSync(at)
      const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001
      if ((mode & bit) === 0) return false
    }
    if (at === dirname(at)) return true
  }
}
