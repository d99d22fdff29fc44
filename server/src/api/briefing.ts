import { briefing as contract } from '@mingfu/contract'
import { bulletinFile } from '../services/briefing/bulletin-file.ts'
import { closeCall, issueCall, listCalls } from '../services/briefing/calls.ts'
import { cancelCredit, creditItem, deductFromUnit } from '../services/briefing/credit-item.ts'
import { editItem, turnDownItem } from '../services/briefing/edit-item.ts'
import { getItem } from '../services/briefing/get-item.ts'
import { issueBulletin } from '../services/briefing/issue-bulletin.ts'
import {
  attachItemFile,
  previewItemFile,
  readItemFile,
  removeItemFile,
} from '../services/briefing/item-files.ts'
import { getBulletin, listBulletins } from '../services/briefing/list-bulletins.ts'
import { type ListItems, listItems } from '../services/briefing/list-items.ts'
import { rankUnits } from '../services/briefing/rank-units.ts'
import { rankingNotice } from '../services/briefing/ranking-notice.ts'
import { saveBulletin } from '../services/briefing/save-bulletin.ts'
import { getScoreRules, saveScoreRules } from '../services/briefing/score-rules.ts'
import { submitItem } from '../services/briefing/submit-item.ts'
import { draftItem, writeItem } from '../services/briefing/write-item.ts'
import { agencyOf } from './agencies.ts'
import { onlyUpload } from './only-upload.ts'
import { type Api, FileAnswer } from './route.ts'

export function briefingRoutes(api: Api): void {
  itemRoutes(api)
  creditRoutes(api)
  callRoutes(api)
  bulletinRoutes(api)
}

function itemRoutes(api: Api): void {
  api.route(contract.list, async ({ ctx, query }) => {
    const filter = Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined))
    const { items, next } = await listItems(ctx, { agencyId: agencyOf(ctx), ...filter } as ListItems)
    return {
      items: items.map(({ submittedAt, ...row }) => ({ ...row, submittedAt: iso(submittedAt) })),
      next,
    }
  })
  api.route(contract.get, async ({ ctx, params }) => {
    const file = await getItem(ctx, { agencyId: agencyOf(ctx), ...params })
    return {
      ...file,
      eventAt: iso(file.eventAt),
      submittedAt: iso(file.submittedAt),
      events: file.events.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })),
      credits: file.credits.map(({ level, ...credit }) => ({ ...credit, level: level as 'own' })),
    }
  })
  api.route(contract.draft, ({ ctx, body: { eventAt, ...content } }) =>
    draftItem(ctx, { agencyId: agencyOf(ctx), content: { ...content, eventAt: moment(eventAt) } }),
  )
  api.route(contract.write, ({ ctx, params, body: { version, eventAt, ...content } }) =>
    writeItem(ctx, {
      agencyId: agencyOf(ctx),
      ...params,
      version,
      content: { ...content, eventAt: moment(eventAt) },
    }),
  )
  api.route(contract.attach, ({ ctx, params, body, files }) => {
    const { name, bytes } = onlyUpload(files)
    return attachItemFile(ctx, { agencyId: agencyOf(ctx), ...params, ...body, name, bytes })
  })
  api.route(contract.removeFile, ({ ctx, params, query }) =>
    removeItemFile(ctx, { agencyId: agencyOf(ctx), ...params, ...query }),
  )
  api.route(contract.file, async ({ ctx, params, query }) => {
    const { file, bytes } = await readItemFile(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, file.name, file.mediaType, query.inline !== undefined)
  })
  api.route(contract.preview, ({ ctx, params }) =>
    previewItemFile(ctx, { agencyId: agencyOf(ctx), ...params }),
  )
  api.route(contract.submit, ({ ctx, params, body }) =>
    submitItem(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.edit, ({ ctx, params, body }) =>
    editItem(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.turnDown, ({ ctx, params, body }) =>
    turnDownItem(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
}

function creditRoutes(api: Api): void {
  api.route(contract.credit, ({ ctx, params, body }) =>
    creditItem(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.deduct, ({ ctx, body }) => deductFromUnit(ctx, { agencyId: agencyOf(ctx), ...body }))
  api.route(contract.cancelCredit, async ({ ctx, params, body }) => {
    await cancelCredit(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
  api.route(contract.scores, async ({ ctx }) => {
    const { version, scores, versions } = await getScoreRules(ctx, { agencyId: agencyOf(ctx) })
    return {
      version,
      scores,
      versions: versions.map(({ setAt, ...one }) => ({ ...one, setAt: setAt.toISOString() })),
    }
  })
  api.route(contract.saveScores, ({ ctx, body: { version, reason, ...scores } }) =>
    saveScoreRules(ctx, { agencyId: agencyOf(ctx), version, reason, scores }),
  )
  api.route(contract.ranking, ({ ctx, query: { year, month = null } }) =>
    rankUnits(ctx, { agencyId: agencyOf(ctx), year, month }),
  )
  api.route(contract.rankingNotice, async ({ ctx, params: { type }, query: { year, month = null } }) => {
    const { bytes, name } = await rankingNotice(ctx, { agencyId: agencyOf(ctx), year, month, type })
    return new FileAnswer(bytes, name, MEDIA_TYPES[type])
  })
}

function callRoutes(api: Api): void {
  api.route(contract.calls, ({ ctx }) => listCalls(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.issueCall, ({ ctx, body }) => issueCall(ctx, { agencyId: agencyOf(ctx), ...body }))
  api.route(contract.closeCall, async ({ ctx, params, body }) => {
    await closeCall(ctx, { agencyId: agencyOf(ctx), ...params, ...body })
    return {}
  })
}

function bulletinRoutes(api: Api): void {
  api.route(contract.bulletins, ({ ctx }) => listBulletins(ctx, { agencyId: agencyOf(ctx) }))
  api.route(contract.bulletin, ({ ctx, params }) => getBulletin(ctx, { agencyId: agencyOf(ctx), ...params }))
  api.route(contract.draftBulletin, ({ ctx, body }) =>
    saveBulletin(ctx, { agencyId: agencyOf(ctx), bulletinId: null, version: 0, content: body }),
  )
  api.route(contract.saveBulletin, ({ ctx, params, body: { version, ...content } }) =>
    saveBulletin(ctx, { agencyId: agencyOf(ctx), ...params, version, content }),
  )
  api.route(contract.issueBulletin, ({ ctx, params, body }) =>
    issueBulletin(ctx, { agencyId: agencyOf(ctx), ...params, ...body }),
  )
  api.route(contract.bulletinFile, async ({ ctx, params }) => {
    const { bytes, name } = await bulletinFile(ctx, { agencyId: agencyOf(ctx), ...params })
    return new FileAnswer(bytes, name, MEDIA_TYPES[params.type])
  })
}

const MEDIA_TYPES = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pdf: 'application/pdf',
} as const

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null
}

function moment(text: string | null): Date | null {
  return text === null ? null : new Date(text)
}
