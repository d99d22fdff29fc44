import type { Hit } from '../finding.ts'
import { looksLikeName } from './surname.ts'

const HEAD = /姓[ \t　]*名|户主|学生姓名|申请人|受助人|获得者|人员名单/
/** Columns that say more of a person than a public list needs. */
const DELICATE =
  /残疾(?:类别|等级|证号)|致贫原因|病种|诊断|疾病名称|患病|监护人|学籍号|低保原因|婚姻状况|民族成份|政治面貌|家庭成员|银行账号/
const FEWEST = 3

/** 人员名单: three rows or more that each hold a name, under a heading of names. One finding a text. */
export function findNameLists(text: string): readonly Hit[] {
  const head = HEAD.exec(text)
  if (head === null) return []
  const names = text
    .slice(head.index)
    .split('\n')
    .filter((row) => row.split(/[\t ,，、|｜]+/).some(looksLikeName))
  if (names.length < FEWEST) return []
  const delicate = DELICATE.exec(text)
  const place = {
    rule: 'PUB-66',
    certainty: 'likely',
    at: head.index,
    length: head[0].length,
    masked: null,
  } as const
  const list: Hit = {
    ...place,
    level: 'warn',
    message: `有${names.length}人以上的名单，请确认公示的依据，并登记撤下的日期`,
  }
  if (delicate === null) return [list]
  return [
    list,
    {
      ...place,
      level: 'block',
      at: delicate.index,
      length: delicate[0].length,
      message: `名单列有“${delicate[0]}”，超出公示需要，请删除这一列`,
    },
  ]
}
