import { cite, refuse } from '@mingfu/law'
import { type ScreeningFinding, screenTexts } from '@mingfu/screening'
import type { Tx } from '../../db/database.ts'
import type { Context } from '../context.ts'
import { listsOfAgency } from '../screening/lists-of-agency.ts'
import { uphold } from '../uphold.ts'

type Said = Readonly<{ agencyId: string; title: string; body: string }>

/** What the automatic check says of an item; references to other papers are no matter here, for it is internal. */
export async function screenBriefing(
  t: Tx,
  ctx: Pick<Context, 'today'>,
  { agencyId, title, body }: Said,
): Promise<readonly ScreeningFinding[]> {
  const { lists } = (await listsOfAgency(t, agencyId))(ctx.today)
  const texts = [
    { where: '标题', text: title },
    { where: '正文', text: body },
  ]
  return screenTexts(texts, lists).filter(({ rule }) => rule !== 'PUB-38')
}

/** 涉密不上网: what carries a mark of secrecy is not even kept. 《保守国家秘密法》第三十一条 */
export function refuseSecret(findings: readonly ScreeningFinding[]): void {
  const secret = findings.find(({ rule, level }) => rule === 'PUB-67' && level === 'veto')
  if (secret === undefined) return
  const reason = `${secret.where}${secret.message}。涉密内容不得在本系统起草、存储，请按保密规定报送`
  uphold(refuse('secret-mark', reason, cite('secrecy-law', 31)))
}

/** Identity and card numbers have no place in an item either: they are masked before it is handed in. */
export function refuseNumbers(findings: readonly ScreeningFinding[]): void {
  const veto = findings.find(({ level }) => level === 'veto')
  if (veto === undefined) return
  uphold(refuse('screening-veto', `${veto.where}：${veto.message}。请改正后再报送`, cite('regulation', 15)))
}
