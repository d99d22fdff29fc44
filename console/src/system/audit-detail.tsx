import type { RoleId } from '@mingfu/contract'
import { ROLES } from '../agencies/words.ts'
import { Typography } from '../ui/index.ts'

/** What an entry of the audit trail tells beside who, when and what: `登录名：jingban；角色：clerk`. */
export function AuditDetail({ detail }: { detail: Readonly<Record<string, unknown>> }) {
  const parts = Object.entries(detail).flatMap(([name, value]) => {
    const text = valueText(value)
    return text === '' ? [] : [`${NAMES[name] ?? name}：${text}`]
  })
  return <Typography.Text className="detail">{parts.length === 0 ? '—' : parts.join('；')}</Typography.Text>
}

const NAMES: Readonly<Record<string, string>> = {
  login: '登录名',
  name: '名称',
  roles: '角色',
  before: '原来',
  after: '现在',
  ended: '失效的登录',
  departmentId: '内设机构',
  contactName: '联系人',
  contactPhone: '联系电话',
  parentId: '上级机关',
  number: '编号',
  reason: '理由',
  title: '标题',
  year: '年度',
  measure: '项目',
  value: '数值',
}

function valueText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (Array.isArray(value)) return value.length === 0 ? '无' : value.map(valueText).join('、')
  if (typeof value === 'object') return JSON.stringify(value)
  const text = String(value)
  return isRole(text) ? ROLES[text].title : text
}

function isRole(text: string): text is RoleId {
  return Object.hasOwn(ROLES, text)
}
