import type { Finding } from '@mingfu/server'
import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ repair?: boolean; json?: boolean }>

const MARKS = { ok: '正常', warning: '注意', fault: '故障' } as const

/** `mingfu doctor`: what is wrong with this installation, and what to do about it. */
export function addDoctor(program: Command, { terminal, act }: CommandContext) {
  program
    .command('doctor')
    .description('检查本机的安装：数据库、申请、文件、审计日志、密钥、字体、磁盘、工作日历、示范数据')
    .option('--repair', '按办理经过改正状态和期限，重新办理多次没有完成的后台任务')
    .option('--json', '输出 JSON')
    .action(act((options: Options) => examine(options, terminal)))
}

async function examine({ repair = false, json }: Options, terminal: Terminal): Promise<ExitCode> {
  const { doctor, readConfig } = await import('@mingfu/server')
  const findings: Finding[] = []
  for await (const finding of doctor(readConfig(process.env), { repair })) {
    findings.push(finding)
    if (json !== true) terminal.out(text(finding))
  }
  if (json === true) printJson(terminal, findings)
  return findings.some(({ level }) => level === 'fault') ? 1 : 0
}

function text({ level, sentence, details = [] }: Finding): string {
  return [`[${MARKS[level]}] ${sentence}`, ...details.map((detail) => `       ${detail}`), ''].join('\n')
}
