import { screenTexts } from '@mingfu/screening'
import type { Tx } from '../../db/database.ts'
import { Invalid } from '../../errors.ts'
import type { Context } from '../context.ts'
import { listsOfAgency } from '../screening/lists-of-agency.ts'

type Said = Readonly<{ where: string; field: string; text: string }>

/** 用语和个人信息检查. A finding is rewritten, not overridden: what the office says can always be worded without it. */
export async function requireCleanTexts(
  t: Tx,
  ctx: Context,
  agencyId: string,
  said: readonly Said[],
  /** Names of documents that what is said is about. */
  about: readonly string[] = [],
): Promise<void> {
  const { lists } = (await listsOfAgency(t, agencyId))(ctx.today)
  const [finding] = screenTexts(
    said.map(({ where, text }) => ({ where, text })),
    { ...lists, publicNames: [...(lists.publicNames ?? []), ...about] },
  )
  if (finding === undefined) return
  const sentence = `${finding.where}：${finding.message}。请改写后再提交`
  const field = said.find(({ where }) => where === finding.where)?.field
  throw new Invalid(sentence, field === undefined ? {} : { [field]: sentence })
}
