import {
  IDENTITY_KINDS,
  type IdentityKind,
  isCreditCode,
  isResidentNumber,
  WANTED_DELIVERIES,
  WANTED_MEDIA,
} from '@mingfu/law'
import type { Applicant } from '../../services/requests/applicant.ts'
import type { Wish } from '../../services/requests/wish.ts'

export type ApplicantKind = 'person' | 'organisation'
export type FormValues = Readonly<Record<string, string>>

type Choices = Readonly<Record<string, string>>

/** One field of 《政府信息公开申请表》: its label as printed on real forms, and what 条例 第二十九条第二款 asks for. */
export type FormField = Readonly<{
  name: string
  label: string
  required: boolean
  hint?: string
  type?: 'text' | 'tel' | 'email' | 'textarea' | 'select'
  choices?: Choices
  autocomplete?: 'name' | 'tel' | 'email' | 'street-address' | 'postal-code' | 'organization'
  max: number
}>

export type FieldGroup = Readonly<{ title: string; note?: string; fields: readonly FormField[] }>

const labelsOf = (table: Readonly<Record<string, { label: string }>>): Choices =>
  Object.fromEntries(Object.entries(table).map(([code, { label }]) => [code, label]))

const { 'credit-code': _, ...PERSONAL } = labelsOf(IDENTITY_KINDS)

const CONTACT: readonly FormField[] = [
  { name: 'phone', label: '联系电话', required: true, type: 'tel', autocomplete: 'tel', max: 40 },
  {
    name: 'email',
    label: '电子邮箱',
    required: false,
    type: 'email',
    autocomplete: 'email',
    max: 100,
    hint: '选择以电子邮件获取信息的，请填写',
  },
  {
    name: 'address',
    label: '通信地址',
    required: false,
    autocomplete: 'street-address',
    max: 200,
    hint: '选择邮寄的，请填写',
  },
  { name: 'postcode', label: '邮政编码', required: false, autocomplete: 'postal-code', max: 10 },
  { name: 'fax', label: '传真号码', required: false, max: 40, hint: '选择以传真获取信息的，请填写' },
]

const PERSON: readonly FormField[] = [
  { name: 'name', label: '姓名', required: true, autocomplete: 'name', max: 60 },
  { name: 'identityKind', label: '证件名称', required: true, type: 'select', choices: PERSONAL, max: 40 },
  {
    name: 'identityNumber',
    label: '证件号码',
    required: true,
    max: 40,
    hint: '只用于核对申请人身份，加密保存',
  },
  { name: 'employer', label: '工作单位', required: false, autocomplete: 'organization', max: 100 },
  ...CONTACT,
]

const ORGANISATION: readonly FormField[] = [
  { name: 'name', label: '名称', required: true, autocomplete: 'organization', max: 100 },
  { name: 'identityNumber', label: '统一社会信用代码', required: true, max: 18 },
  { name: 'legalRepresentative', label: '法定代表人', required: true, max: 60 },
  { name: 'contactName', label: '联系人', required: true, autocomplete: 'name', max: 60 },
  ...CONTACT,
]

/** 代理人、监护人; left empty by who applies for himself. */
const AGENT: readonly FormField[] = [
  { name: 'agentName', label: '代理人姓名', required: false, max: 60 },
  { name: 'agentIdentityNumber', label: '代理人居民身份证号码', required: false, max: 40 },
  { name: 'agentPhone', label: '代理人电话', required: false, type: 'tel', max: 40 },
  {
    name: 'agentAuthority',
    label: '代理权限',
    required: false,
    max: 200,
    hint: '例如授权委托书、监护关系证明，请在附件中一并上传',
  },
]

const WISH: readonly FormField[] = [
  {
    name: 'description',
    label: '所需信息的内容描述',
    required: true,
    type: 'textarea',
    max: 5000,
    hint: '请写明信息的名称、文号，或者便于查询的其他特征，例如时间、地点、事项、制作单位',
  },
  { name: 'infoTitle', label: '所需信息的名称', required: false, max: 300 },
  { name: 'infoDocumentNumber', label: '文号', required: false, max: 100 },
  { name: 'infoIndexNumber', label: '索引号', required: false, max: 100 },
  { name: 'purpose', label: '所需信息的用途', required: false, max: 1000, hint: '可以不填，不影响办理' },
]

const FORM: readonly FormField[] = [
  {
    name: 'wantedMedium',
    label: '提供方式',
    required: true,
    type: 'select',
    choices: labelsOf(WANTED_MEDIA),
    max: 20,
  },
  {
    name: 'wantedDelivery',
    label: '获取方式',
    required: true,
    type: 'select',
    choices: labelsOf(WANTED_DELIVERIES),
    max: 20,
  },
  {
    name: 'acceptsOther',
    label: '无法按照指定方式提供的',
    required: false,
    type: 'select',
    choices: { yes: '可以改用其他方式', no: '不接受其他方式' },
    max: 10,
    hint: '不选的，视为可以改用其他方式',
  },
]

/** 公民 and 法人或者其他组织 fill in different first parts; the rest is the same. */
export function groupsOf(kind: ApplicantKind): readonly FieldGroup[] {
  return [
    { title: '一、申请人', fields: kind === 'person' ? PERSON : ORGANISATION },
    { title: '二、所需信息', fields: WISH },
    { title: '三、提供和获取的方式', fields: FORM },
    { title: '四、代理人', note: '由他人代为申请的填写，本人申请的不填。', fields: AGENT },
  ]
}

/** What has to be filled in or put right before the form can go on, one sentence a field. */
export function faultsOf(kind: ApplicantKind, values: FormValues): Record<string, string> {
  const faults: Record<string, string> = {}
  for (const { fields } of groupsOf(kind)) {
    for (const field of fields) {
      const value = values[field.name] ?? ''
      const ask = field.type === 'select' ? '请选择' : '请填写'
      if (field.required && value === '') faults[field.name] = `${ask}${field.label}`
      else if (value.length > field.max) faults[field.name] = `${field.label}不超过${field.max}个字`
      else if (field.choices && value !== '' && !(value in field.choices))
        faults[field.name] = `请从列出的选项中选择${field.label}`
    }
  }
  if (!values.agentName && (values.agentIdentityNumber || values.agentPhone || values.agentAuthority))
    faults.agentName ??= '由他人代为申请的，请填写代理人姓名'
  if (values.wantedDelivery === 'email' && !values.email)
    faults.email ??= '选择以电子邮件获取信息的，请填写电子邮箱'
  if (values.wantedDelivery === 'fax' && !values.fax) faults.fax ??= '选择传真的，请填写传真号码'
  if (values.wantedDelivery === 'post' && !values.address) faults.address ??= '选择邮寄的，请填写通信地址'
  return faults
}

/** What looks wrong but may be right: shown before filing, never a reason to refuse. */
export function doubtsOf(kind: ApplicantKind, values: FormValues): readonly string[] {
  const number = values.identityNumber ?? ''
  if (kind === 'organisation' && !isCreditCode(number))
    return ['统一社会信用代码的校验码不符，请核对；确认无误的，可以继续提交。']
  if (kind === 'person' && values.identityKind === 'resident-id' && !isResidentNumber(number)) {
    return ['居民身份证号码的校验码不符，请核对；确认无误的，可以继续提交。']
  }
  return []
}

export function applicantOf(kind: ApplicantKind, values: FormValues): Applicant {
  const at = (name: string) => values[name] ?? ''
  return {
    kind,
    name: at('name'),
    identityKind: kind === 'organisation' ? 'credit-code' : (at('identityKind') as IdentityKind),
    identityNumber: at('identityNumber').toUpperCase(),
    employer: at('employer'),
    legalRepresentative: at('legalRepresentative'),
    contactName: at('contactName'),
    contact: {
      phone: at('phone'),
      email: at('email'),
      address: at('address'),
      postcode: at('postcode'),
      fax: at('fax'),
    },
    agent: agentOf(at),
  }
}

/** Whoever fills in anything of the agent has one. */
function agentOf(at: (name: string) => string): Applicant['agent'] {
  const agent = {
    name: at('agentName'),
    identityKind: 'resident-id',
    identityNumber: at('agentIdentityNumber').toUpperCase(),
    phone: at('agentPhone'),
    authority: at('agentAuthority'),
  } as const
  const said = [agent.name, agent.identityNumber, agent.phone, agent.authority].some((text) => text !== '')
  return said ? agent : null
}

export function wishOf(values: FormValues): Wish {
  const at = (name: string) => values[name] ?? ''
  return {
    description: at('description'),
    infoTitle: at('infoTitle'),
    infoDocumentNumber: at('infoDocumentNumber'),
    infoIndexNumber: at('infoIndexNumber'),
    wantedMedium: at('wantedMedium'),
    wantedDelivery: at('wantedDelivery'),
  }
}
