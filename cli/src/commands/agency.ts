import type { Command } from 'commander'
import { Option } from 'commander'
import { type CommandContext, printJson } from '../command.ts'
import type { ExitCode } from '../exit-code.ts'
import { agencyOf, inInstallation } from '../installation.ts'
import { padded, type Terminal } from '../terminal.ts'

type OrgType = 'department' | 'government' | 'township' | 'functional_zone'
type AddOptions = Readonly<{
  name: string
  shortName?: string
  type: OrgType
  documentWord: string
  reconsiderationOrgan: string
  court: string
  creditCode?: string
  parent?: string
}>

/** `mingfu agency`: the organs of an installation; the first one can be made nowhere else. */
export function addAgency(program: Command, { terminal, act }: CommandContext) {
  const agency = program.command('agency').description('行政机关')
  agency
    .command('list')
    .description('列出机关，上级在前')
    .option('--json', '输出 JSON')
    .action(act((options: Readonly<{ json?: boolean }>) => list(options, terminal)))
  agency
    .command('add')
    .description('设立机关：新安装的第一个机关，或者用 --parent 指明上级')
    .argument('<网址名称>', '网址中的名称，小写字母、数字和连字符，如 caizheng')
    .requiredOption('--name <全称>', '机关全称')
    .option('--short-name <简称>', '机关简称，不填即用全称')
    .addOption(
      new Option('--type <类型>', '机关类型：工作部门、一级政府、乡镇街道、功能区管理机构')
        .choices(['department', 'government', 'township', 'functional_zone'])
        .default('department'),
    )
    .requiredOption('--document-word <代字>', '答复文书的机关代字，如 鸭财公开')
    .requiredOption('--reconsideration-organ <机关>', '行政复议机关')
    .requiredOption('--court <法院>', '有管辖权的人民法院')
    .option('--credit-code <代码>', '统一社会信用代码')
    .option('--parent <网址名称>', '上级机关')
    .action(act((slug: string, options: AddOptions) => add(slug, options, terminal)))
}

function list({ json }: Readonly<{ json?: boolean }>, terminal: Terminal): Promise<ExitCode> {
  return inInstallation(async ({ server, ctx }) => {
    const agencies = await server.listAgencies(ctx.db)
    if (json === true) printJson(terminal, agencies)
    else for (const { slug, name } of agencies) terminal.out(`${padded(slug, 24)}${name}\n`)
    return 0
  })
}

function add(slug: string, options: AddOptions, terminal: Terminal): Promise<ExitCode> {
  const {
    name,
    shortName = name,
    type,
    documentWord,
    reconsiderationOrgan,
    court,
    creditCode,
    parent,
  } = options
  return inInstallation(
    async (installation) => {
      const parentId = parent === undefined ? null : (await agencyOf(installation, parent)).agencyId
      await installation.server.createAgency(installation.ctx, {
        slug,
        name,
        shortName,
        orgType: type,
        documentWord,
        reconsiderationOrgan,
        court,
        creditCode: creditCode ?? null,
        parentId,
      })
      terminal.out(`已经设立${name}。接着可以用 mingfu users add 增加工作人员。\n`)
      return 0
    },
    { create: true },
  )
}
