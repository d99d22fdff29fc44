import { cite } from '../citation.ts'
import type { RequestEventKind } from '../request/event.ts'
import { grant, type Ruling, refuse } from '../ruling.ts'
import { EVIDENCE, type EvidenceKind } from './evidence.ts'
import { outcomeOf } from './outcome.ts'
import type { OutcomeCode } from './outcome-code.ts'

const BURDEN = cite('litigation', 34)

/** What the file still lacks for an outcome. */
export function missingEvidence(code: OutcomeCode, onFile: readonly EvidenceKind[]): readonly EvidenceKind[] {
  return outcomeOf(code).evidence.filter((kind) => !onFile.includes(kind))
}

const STEPS: Readonly<Partial<Record<RequestEventKind, string>>> = {
  'correction-requested': '发出补正告知书',
  'correction-received': '收到补正材料',
  'consultation-opened': '书面征求第三方意见',
  'reasons-asked': '要求申请人说明理由',
  'fee-noticed': '发出收费通知书',
}

/** 拟稿前的证据审查: an outcome may be drafted only after its steps were taken and its evidence is on file. */
export function checkEvidence(
  code: OutcomeCode,
  onFile: readonly EvidenceKind[],
  happened: readonly RequestEventKind[],
): Ruling<OutcomeCode> {
  const { label, basis, after } = outcomeOf(code)
  const steps = after.filter((kind) => !happened.includes(kind)).map((kind) => STEPS[kind] ?? kind)
  if (steps.length > 0) {
    return refuse('step-missing', `“${label}”应当先${steps.join('、')}`, basis[0] ?? BURDEN)
  }
  const missing = missingEvidence(code, onFile).map((kind) => EVIDENCE[kind])
  if (missing.length > 0) {
    return refuse('evidence-missing', `“${label}”的案卷还缺：${missing.join('、')}`, BURDEN)
  }
  return grant(code)
}
