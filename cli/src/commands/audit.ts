import type { Command } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import { inInstallation } from '../installation.ts'
import type { Terminal } from '../terminal.ts'

type Options = Readonly<{ json?: boolean }>

const WHAT = {
  missing: '缺失',
  altered: '内容被改动',
  unlinked: '与前一条不衔接',
  cut: '之后有缺失',
} as const

/** `mingfu audit verify`: walks every agency's chain of audit entries, and the chain of every request's history. */
export function addAudit(program: Command, { terminal, act }: CommandContext) {
  program
    .command('audit')
    .description('审计日志')
    .command('verify')
    .description(
      '从头核对审计日志和各件申请的办理经过，指出缺失或者被改动的记录；末条摘要另行保存，日后可以对照',
    )
    .option('--json', '输出 JSON')
    .action(act((options: Options) => verify(options, terminal)))
}

function verify({ json }: Options, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async ({ server, ctx }) => {
    const chains = []
    for (const { agencyId, slug, name } of await server.listAgencies(ctx.db)) {
      const { checked, lastHash, faults } = await server.verifyAuditTrail(ctx, { agencyId })
      const histories = await server.verifyHistories(ctx, { agencyId })
      chains.push({
        agency: slug,
        name,
        checked,
        lastHash,
        faults: faults.map(({ seq, what }) => ({ seq, what })),
        requests: histories.checked,
        requestFaults: histories.faults,
      })
    }
    if (json === true) printJson(terminal, chains)
    else {
      for (const { name, checked, lastHash, faults, requests, requestFaults } of chains) {
        terminal.out(
          `${name}：${checked}条，${faults.length === 0 ? '前后衔接' : `${faults.length}处有问题`}，末条摘要 ${lastHash}\n`,
        )
        for (const { seq, what } of faults) terminal.out(`  第${seq}条${WHAT[what]}\n`)
        terminal.out(
          `  申请${requests}件的办理经过${requestFaults.length === 0 ? '前后衔接' : `有${requestFaults.length}处问题`}\n`,
        )
        for (const { number, seq, what } of requestFaults)
          terminal.out(`  ${number}第${seq}条${WHAT[what]}\n`)
      }
    }
    return chains.some(({ faults, requestFaults }) => faults.length + requestFaults.length > 0) ? 1 : 0
  })
}
