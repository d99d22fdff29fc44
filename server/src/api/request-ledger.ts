import { requests as contract, type LedgerImportView } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { confirmLedgerImport } from '../services/requests/ledger/confirm-ledger-import.ts'
import { discardLedgerImport } from '../services/requests/ledger/discard-ledger-import.ts'
import { exportLedger } from '../services/requests/ledger/export-ledger.ts'
import {
  followLedgerImport,
  type LedgerImport,
  listLedgerImports,
} from '../services/requests/ledger/follow-ledger-import.ts'
import { startLedgerImport } from '../services/requests/ledger/start-ledger-import.ts'
import { agencyOf } from './agencies.ts'
import { type Api, FileAnswer } from './route.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function requestLedgerRoutes(api: Api): void {
  api.route(contract.exportLedger, async ({ ctx, body }) => {
    const bytes = await exportLedger(ctx, { agencyId: agencyOf(ctx), ...body })
    return new FileAnswer(bytes, `依申请公开台账${ctx.today}.xlsx`, XLSX)
  })
  api.route(contract.uploadLedger, async ({ ctx, files: [file] }) => {
    if (file === undefined) throw new Invalid('请选择台账文件（xlsx）', { file: '请选择台账文件（xlsx）' })
    const { name, bytes } = file
    return { importId: await startLedgerImport(ctx, { agencyId: agencyOf(ctx), name, bytes }) }
  })
  api.route(contract.listImports, async ({ ctx }) =>
    (await listLedgerImports(ctx, { agencyId: agencyOf(ctx) })).map(present),
  )
  api.route(contract.followImport, async ({ ctx, params }) => {
    const found = await followLedgerImport(ctx, { agencyId: agencyOf(ctx), ...params })
    return { ...present(found), faults: [...found.faults] }
  })
  api.route(contract.confirmImport, async ({ ctx, params }) => {
    await confirmLedgerImport(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
  api.route(contract.discardImport, async ({ ctx, params }) => {
    await discardLedgerImport(ctx, { agencyId: agencyOf(ctx), ...params })
    return {}
  })
}

function present(one: LedgerImport): LedgerImportView {
  const { importId, fileName, state, total, done, known, faultCount, startedBy } = one
  return {
    importId,
    fileName,
    state,
    total,
    done,
    known,
    faultCount,
    startedAt: one.startedAt.toISOString(),
    startedBy,
    confirmedBy: one.confirmedBy?.name ?? null,
    endedAt: one.endedAt?.toISOString() ?? null,
  }
}
