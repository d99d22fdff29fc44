import { citationText } from '../../citation.ts'
import { DISCLOSURE_ATTRIBUTES } from '../../disclosure/attribute.ts'
import { PUBLISHING_CHANNELS } from '../../disclosure/channel.ts'
import { formFields } from '../../disclosure/content-form/content-form.ts'
import type { FormField } from '../../disclosure/content-form/form-field.ts'
import { CONTENT_KINDS, type ContentKind } from '../../disclosure/content-kind.ts'
import {
  DEADLINE_RULES,
  type DeadlineBase,
  type DeadlineLimit,
  type DeadlineRule,
} from '../../disclosure/deadline-rule.ts'
import { DOCUMENT_FIELDS, requiredFields } from '../../disclosure/document-field.ts'
import { EXEMPTIONS, type ExemptionStrength } from '../../disclosure/exemption.ts'
import { INTERPRETATION_ELEMENTS } from '../../disclosure/interpretation.ts'
import { KEY_AREAS } from '../../disclosure/key-area.ts'
import { LEGAL_ITEMS } from '../../disclosure/legal-item.ts'
import { GUIDE_FIELDS, PLATFORM_COLUMNS } from '../../disclosure/platform.ts'
import { RE_REVIEW, RE_REVIEW_CAUSES, RE_REVIEW_OUTCOMES } from '../../disclosure/re-review.ts'
import { REVIEW_STEPS, USUAL_CHAIN } from '../../disclosure/review-step.ts'
import { SECRECY_QUESTIONS } from '../../disclosure/secrecy-review.ts'
import { STANDARD_AREAS, STANDARD_CATALOGUE_HEAD } from '../../disclosure/standard-catalogue.ts'
import { UPDATE_CLASSES } from '../../disclosure/update-class.ts'
import { DOCUMENT_RELATIONS, VALIDITY_STATES } from '../../disclosure/validity.ts'
import { NEW_MEDIA_VETO_ITEMS, SITE_VETO_ITEMS } from '../../disclosure/veto-item.ts'
import { page, table } from './markdown.ts'

const BASES: Readonly<Record<DeadlineBase, string>> = {
  formed: '形成之日',
  changed: '变更之日',
  decided: '作出决定之日',
  approved: '批准之日',
  'document-published': '文件发布之日',
  'year-end': '年度终了',
}

const STRENGTHS: Readonly<Record<ExemptionStrength, string>> = {
  'must-not': '不得公开',
  'must-not-unless': '不得公开，第三方同意或者公共利益除外',
  may: '可以不予公开',
  'applications-only': '仅用于申请的答复',
}

const LEVELS = { every: '各机关', 'city-county': '设区的市级、县级', town: '乡镇' } as const

/** 主动公开的各种清单. */
export function disclosurePage(): string {
  return page('主动公开的清单', '应当公开什么、多久之内、怎样审查、怎样维护。', [
    '## 公开时限',
    table(
      ['内容', '时限', '自何时', '依据', '性质'],
      Object.values<DeadlineRule>(DEADLINE_RULES).map(deadlineRow),
    ),
    '## 内容种类和必备要素',
    table(
      ['种类', '时限规则', '有有效性', '必备要素'],
      (Object.keys(CONTENT_KINDS) as ContentKind[]).map(kindRow),
    ),
    '## 内容表单',
    '各种内容除文件要素和正文外填写的栏目；数据名即开放数据中的字段名。加*的必须填写，“内部”的不对外显示。',
    table(
      ['种类', '栏目', '数据名', '依据'],
      (Object.keys(CONTENT_KINDS) as ContentKind[]).flatMap(formRows),
    ),
    '## 法定主动公开内容',
    table(
      ['事项', '适用', '依据', '通常内容'],
      Object.values(LEGAL_ITEMS).map(({ label, level, basis, holds }) => [
        label,
        LEVELS[level],
        citationText(basis),
        holds,
      ]),
    ),
    '## 重点领域',
    table(
      ['领域', '至少公开', '条例事项', '依据'],
      Object.values(KEY_AREAS).map(({ label, items, norm, publish }) => [
        label,
        publish.join('、'),
        items.map((item) => LEGAL_ITEMS[item].label).join('；'),
        norm === null ? '—' : citationText(norm),
      ]),
    ),
    '## 不予公开的理由',
    table(
      ['理由', '强度', '依据', '应当写明的类别'],
      Object.values(EXEMPTIONS).map(({ label, strength, basis, kinds }) => [
        label,
        STRENGTHS[strength],
        citationText(basis),
        kinds.join('、') || '—',
      ]),
    ),
    '## 公开属性和标注',
    table(
      ['属性', '正文标注', '应当写明理由'],
      Object.values(DISCLOSURE_ATTRIBUTES).map(({ label, mark, needsGround }) => [
        label,
        mark,
        needsGround ? '是' : '否',
      ]),
    ),
    '## 审核环节',
    table(
      ['环节', '由谁', '通常', '应急发布'],
      Object.entries(REVIEW_STEPS).map(([step, { label, by }]) => [
        label,
        by,
        (USUAL_CHAIN as readonly string[]).includes(step) ? '有' : '可加',
        step === 'leader-approval' ? '当场，并回答保密审查要点' : step === 'self-check' ? '当场' : '补审',
      ]),
    ),
    '## 保密审查要点',
    table(
      ['要点', '答“是”', '依据'],
      Object.values(SECRECY_QUESTIONS).map(({ question, blocks, basis }) => [
        question,
        blocks ? '不得公开' : '写明处理后可以公开',
        citationText(basis),
      ]),
    ),
    `## 没有公开的信息：复评\n\n间隔${RE_REVIEW.everyMonths}个月（${citationText(RE_REVIEW.basis)}）。原因：${Object.values(RE_REVIEW_CAUSES).join('、')}。结果：${Object.values(
      RE_REVIEW_OUTCOMES,
    )
      .map(({ label }) => label)
      .join('、')}。`,
    '## 有效性和文件关系',
    table(
      ['有效性', '现行有效'],
      Object.values(VALIDITY_STATES).map(({ label, inForce }) => [label, inForce ? '是' : '否']),
    ),
    table(
      ['关系', '对方页面显示', '使对方成为'],
      Object.values(DOCUMENT_RELATIONS).map(({ label, inverse, makes }) => [
        label,
        inverse,
        makes === null ? '—' : VALIDITY_STATES[makes].label,
      ]),
    ),
    `## 政策解读要素\n\n${Object.values(INTERPRETATION_ELEMENTS).join('、')}。`,
    '## 栏目更新类别',
    table(
      ['类别', '常见栏目', '多久不更新为逾期', '提醒', '性质'],
      Object.values(UPDATE_CLASSES).map(updateRow),
    ),
    '## 网站一票否决项',
    table(
      ['项目', '情形'],
      Object.values(SITE_VETO_ITEMS).map(({ label, test }) => [label, test]),
    ),
    '## 政务新媒体一票否决项',
    table(
      ['项目', '情形'],
      Object.values(NEW_MEDIA_VETO_ITEMS).map(({ label, test }) => [label, test]),
    ),
    '## 平台栏目和公开指南',
    table(
      ['栏目', '栏目类别', '依据'],
      PLATFORM_COLUMNS.map(({ label, columnType, basis }) => [label, columnType, citationText(basis)]),
    ),
    `公开指南载明：${GUIDE_FIELDS.map(({ label }) => label).join('、')}。`,
    `## 公开渠道\n\n${Object.values(PUBLISHING_CHANNELS).join('、')}。`,
    `## 基层政务公开标准目录\n\n表头：${STANDARD_CATALOGUE_HEAD.map(({ label, under }) => (under.length === 0 ? label : `${label}（${under.join('、')}）`)).join('、')}。\n\n领域：${STANDARD_AREAS.map(({ label }) => label).join('、')}。`,
  ])
}

function deadlineRow({ label, base, limit, basis, statutory }: DeadlineRule): string[] {
  return [
    label,
    limitText(limit),
    BASES[base],
    basis === null ? '—' : citationText(basis),
    statutory ? '法定，目录只能更短' : '实践或者地方规定，目录可以另定',
  ]
}

function limitText(limit: DeadlineLimit): string {
  switch (limit.unit) {
    case 'working-day':
      return `${limit.amount}个工作日`
    case 'calendar-day':
      return `${limit.amount}日`
    case 'month':
      return `${limit.amount}个月`
    case 'fixed-date':
      return `次年${limit.month}月${limit.day}日前`
    case 'realtime':
      return '当日'
  }
}

function kindRow(kind: ContentKind): string[] {
  const { label, deadline, hasValidity } = CONTENT_KINDS[kind]
  const fields = requiredFields(kind).map((name) => DOCUMENT_FIELDS[name].label)
  return [label, DEADLINE_RULES[deadline].label, hasValidity ? '是' : '否', fields.join('、')]
}

function formRows(kind: ContentKind): string[][] {
  return formFields(kind).map(([name, field]) => [
    CONTENT_KINDS[kind].label,
    `${field.label}${field.required ? '*' : ''}${field.internal ? '（内部）' : ''}${columnsText(field)}`,
    `\`${name}\``,
    field.basis === null ? '—' : citationText(field.basis),
  ])
}

function columnsText(field: FormField): string {
  if (field.type !== 'rows') return ''
  const columns = Object.values(field.columns).map(({ label, required }) => `${label}${required ? '*' : ''}`)
  return `：${columns.join('、')}`
}

type UpdateRow = Readonly<{
  label: string
  columns: readonly string[]
  staleAfter: Readonly<{ days: number }> | Readonly<{ months: number }> | null
  warnAfterDays: number | null
  normative: boolean
}>

function updateRow({ label, columns, staleAfter, warnAfterDays, normative }: UpdateRow): string[] {
  const stale =
    staleAfter === null
      ? '按各自的日期'
      : 'days' in staleAfter
        ? `${staleAfter.days}日`
        : `${staleAfter.months}个月`
  return [
    label,
    columns.join('、'),
    stale,
    warnAfterDays === null ? '—' : `第${warnAfterDays}日`,
    normative ? '检查指标或者法律' : '平台自定',
  ]
}
