import { run } from '../main.ts'

export type Captured = Readonly<{ code: number; out: string; err: string }>

/** Runs a command line and keeps what it prints. */
export async function captured(...argv: readonly string[]): Promise<Captured> {
  let out = ''
  let err = ''
  const code = await run(argv, {
    out: (text) => {
      out += text
    },
    err: (text) => {
      err += text
    },
    watched: false,
    columns: 100,
  })
  return { code, out, err }
}
