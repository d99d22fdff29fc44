import type { AddCommand } from '../command.ts'
import { addAlike } from './report/alike.ts'
import { addCheck } from './report/check.ts'
import { addCompare } from './report/compare.ts'
import { addCompile, addLedgerTemplate } from './report/compile.ts'
import { addMerge } from './report/merge.ts'
import { addRead } from './report/read.ts'
import { addRender } from './report/render.ts'
import { addVerdictCommand } from './report/verdict.ts'

const SUBCOMMANDS: readonly AddCommand[] = [
  addRead,
  addCheck,
  addVerdictCommand,
  addLedgerTemplate,
  addCompile,
  addMerge,
  addCompare,
  addAlike,
  addRender,
]

/** `mingfu report`: annual reports from anywhere, without a database. */
export const addReport: AddCommand = (program, context) => {
  const report = program
    .command('report')
    .description('政府信息公开工作年度报告：读取、核验、编制、汇总、比较、转换')
  for (const add of SUBCOMMANDS) add(report, context)
}
