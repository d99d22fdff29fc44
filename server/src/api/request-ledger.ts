import { requests as contract } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { exportLedger } from '../services/requests/ledger/export-ledger.ts'
import { importLedger } from '../services/requests/ledger/import-ledger.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** More faults than anybody mends in one go. */
const SHOWN = 200

export function requestLedgerRoutes(api: Api): void {
  api.route(contract.exportLedger, async ({ ctx, body }) => {
    const bytes = await exportLedger(ctx, { agencyId: agencyOf(ctx), ...body })
    return new FileAnswer(bytes, `依申请公开台账${ctx.today}.xlsx`, XLSX)
  })
  api.route(contract.importLedger, async ({ ctx, body, files: [file] }) => {
    if (file === undefined) throw new Invalid('请选择台账文件（xlsx）', { file: '请选择台账文件（xlsx）' })
    const { bytes } = file
    const check = body.check === 'yes'
    const { faults, ...done } = await importLedger(ctx, { agencyId: agencyOf(ctx), bytes, check })
    return { ...done, faults: faults.slice(0, SHOWN) }
  })
}
