import { SECRECY_OPINIONS, type StoredEvidence } from './evidence.ts'

/** What a paper on file says, line by line: for the page of the case and for the evidence bundle. */
export function evidenceLines(
  kind: StoredEvidence['kind'],
  facts: StoredEvidence['facts'],
): readonly string[] {
  const text = (key: string) => String(facts[key] ?? '')
  const list = (key: string) => ((facts[key] ?? []) as readonly string[]).join('、')
  if (kind === 'search-record') {
    return [
      `检索的系统、档案：${list('systems')}`,
      `检索用词：${list('words')}`,
      `检索时段：${text('period')}`,
      `检索人：${text('searchedBy')}，${text('searchedOn')}`,
      ...(list('unitsAsked') === '' ? [] : [`询问的单位：${list('unitsAsked')}`]),
      `检索结果：${text('hits')}`,
    ]
  }
  if (kind !== 'secrecy-review') return [text('text')]
  const opinion = text('opinion') as keyof typeof SECRECY_OPINIONS
  return [`审查意见：${SECRECY_OPINIONS[opinion] ?? ''}`, text('text')]
}
