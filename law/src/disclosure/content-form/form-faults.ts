import { isPlainDate } from '../../plain-date.ts'
import { isCreditCode } from '../../request/identity.ts'
import type { ContentKind } from '../content-kind.ts'
import { type ContentForm, type FormRow, formFields, formRows, formValue } from './content-form.ts'
import { NATURAL_PERSON } from './decision-forms.ts'
import type { SimpleField } from './form-field.ts'
import { isMaskedName, maskedName } from './masked-name.ts'

/** What is missing or wrong in a form, one sentence each by the name of its field; empty when it may go to review. */
export function formFaults(kind: ContentKind, form: ContentForm): Readonly<Record<string, string>> {
  const faults: Record<string, string> = {}
  for (const [name, field] of formFields(kind)) {
    const empty = form[name] === undefined || form[name].length === 0
    if (empty) {
      if (field.required) faults[name] = `请填写${field.label}`
      continue
    }
    const fault =
      field.type === 'rows'
        ? rowsFault(field.label, field.columns, formRows(form, name))
        : field.type === 'choices'
          ? null
          : valueFault(field, formValue(form, name))
    if (fault !== null) faults[name] = fault
  }
  return { ...faults, ...OF_KIND[kind]?.(form) }
}

function rowsFault(
  label: string,
  columns: Readonly<Record<string, SimpleField>>,
  rows: readonly FormRow[],
): string | null {
  for (const [index, row] of rows.entries()) {
    for (const [name, column] of Object.entries(columns)) {
      const value = row[name] ?? ''
      const fault =
        value === '' ? (column.required ? `请填写${column.label}` : null) : valueFault(column, value)
      if (fault !== null) return `${label}第${index + 1}行：${fault}`
    }
  }
  return null
}

function valueFault({ label, type, options }: SimpleField, value: string): string | null {
  switch (type) {
    case 'day':
      return isPlainDate(value) ? null : `${label}应当是日期，例如2026-09-30`
    case 'year':
      return /^(?:19|20)\d{2}$/.test(value) ? null : `${label}应当是四位的年份`
    case 'number':
      return /^-?\d+(?:\.\d+)?$/.test(value) ? null : `${label}应当是数字`
    case 'wan-yuan':
      return /^-?\d+(?:\.\d{1,4})?$/.test(value) ? null : `${label}应当是以万元为单位的数字，最多四位小数`
    case 'choice':
      return options.includes(value) ? null : `请重新选择${label}`
    case 'credit-code':
      return isCreditCode(value) ? null : `${label}不正确，请核对这18位`
    case 'phone':
      return /\d{3}/.test(value) ? null : `${label}应当写明号码`
    case 'line':
    case 'text':
    case 'choices':
    case 'person':
    case 'party':
    case 'document':
      return null
  }
}

type Check = (form: ContentForm) => Readonly<Record<string, string>>

/** What holds between the fields of a kind. */
const OF_KIND: Partial<Record<ContentKind, Check>> = {
  licence: (form) => ({ ...partyFaults(form), ...orderFault(form, 'validFrom', 'validUntil', '有效期') }),
  penalty: (form) => ({
    ...partyFaults(form),
    ...orderFault(form, 'decidedOn', 'shownUntil', '公示截止期'),
  }),
  supervision: ({ from, decidedOn }) =>
    typeof from === 'string' && typeof decidedOn === 'string' && from > decidedOn
      ? { from: '检查开始日期晚于完成日期，请核对' }
      : {},
  recruitment: (form) => ({
    ...(formValue(form, 'stage') === '招考公告' && formRows(form, 'posts').length === 0
      ? { posts: '招考公告应当写明职位、名额和报考条件' }
      : {}),
    ...(formValue(form, 'stage') === '录用公示' && formRows(form, 'results').length === 0
      ? { results: '录用公示应当写明录用结果' }
      : {}),
    ...orderFault(form, 'applyFrom', 'applyUntil', '报名时间'),
  }),
  project: (form) => orderFault(form, 'startOn', 'finishOn', '竣工日期'),
  emergency: (form) =>
    formValue(form, 'stage') === '预警信息' && formValue(form, 'warning') === ''
      ? { warning: '预警信息应当写明预警颜色' }
      : {},
  budget: (form) => {
    const year = Number(formValue(form, 'fiscalYear'))
    const approved = Number(formValue(form, 'approvedOn').slice(0, 4))
    return Math.abs(approved - year) > 2 ? { approvedOn: '批准日期与预算年度相差过大，请核对' } : {}
  },
}

/** 自然人: not named in full, and without a representative. */
function partyFaults(form: ContentForm): Readonly<Record<string, string>> {
  if (formValue(form, 'partyKind') !== NATURAL_PERSON) {
    return formValue(form, 'partyCode') === '' ? { partyCode: '请填写行政相对人的统一社会信用代码' } : {}
  }
  const name = formValue(form, 'partyName')
  return {
    ...(name === '' || isMaskedName(name)
      ? {}
      : { partyName: `自然人的姓名应当隐去，写作“${maskedName(name)}”` }),
    ...(formValue(form, 'partyCode') === '' ? {} : { partyCode: '自然人不填统一社会信用代码和证件号码' }),
    ...(formValue(form, 'legalRepresentative') === '' ? {} : { legalRepresentative: '自然人没有法定代表人' }),
  }
}

function orderFault(form: ContentForm, from: string, until: string, what: string) {
  const [start, end] = [formValue(form, from), formValue(form, until)]
  return start !== '' && end !== '' && end < start ? { [until]: `${what}的先后不对，请核对` } : {}
}
