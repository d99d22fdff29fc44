import { citationText, cite, plainDateText } from '@mingfu/law'
import type { JSX } from 'preact'
import type { FilingDraft } from '../../services/requests/filing-draft.ts'
import { ATTACHMENT_LIMITS } from '../../services/requests/keep-attachment.ts'
import type { Filed } from '../../services/requests/open-request.ts'
import type { FoundDocument } from '../../services/search/search-documents.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { entryLabel, entryPath } from '../entries.ts'
import { type Frame, Layout } from '../layout.tsx'
import { type ApplicantKind, type FormField, groupsOf } from './fields.ts'
import type { Question } from './question.ts'

type At = Frame & Readonly<{ agency: NonNullable<Frame['agency']> }>

export const KIND_LABELS = { person: '公民', organisation: '法人或者其他组织' } as const

function Page({ frame, title, children }: { frame: At; title: string; children: preact.ComponentChildren }) {
  const entry = { text: entryLabel('apply'), href: entryPath(frame.agency, 'apply') }
  return (
    <Layout frame={frame} title={title} entry="apply" crumbs={[entry]} unlisted>
      {children}
    </Layout>
  )
}

/** 申请表. Everything typed stays; every fault is named on top and at its field. */
export function FormPage(props: {
  frame: At
  kind: ApplicantKind
  draftKey: string
  draft: FilingDraft
  faults: Readonly<Record<string, string>>
  notes: readonly string[]
}) {
  const { frame, kind, draftKey, draft, faults, notes } = props
  const groups = groupsOf(kind)
  const known = groups.flatMap(({ fields }) => fields).filter(({ name }) => faults[name] !== undefined)
  const faulty = known.length > 0 || notes.length > 0
  return (
    <Page frame={frame} title={`${faulty ? '请补充：' : ''}政府信息公开申请表（${KIND_LABELS[kind]}）`}>
      <section class="card">
        <h1>政府信息公开申请表（{KIND_LABELS[kind]}）</h1>
        <p class="muted">
          向{frame.agency.name}申请。带<span aria-hidden="true">“*”</span>的为必填项，依据
          {citationText(cite('regulation', 29, 2))}。
        </p>
        {faulty && (
          <div class="banner-note" role="alert" tabIndex={-1} id="faults">
            <h2>还有{known.length + notes.length}处需要补充或者修改，已经填写的内容都在</h2>
            <ul>
              {known.map(({ name }) => (
                <li>
                  <a href={`#${name}`}>{faults[name]}</a>
                </li>
              ))}
              {notes.map((note) => (
                <li>
                  <a href="#files">{note}</a>
                </li>
              ))}
            </ul>
          </div>
        )}
        <form
          method="post"
          action={`/${frame.agency.slug}/apply/${kind}`}
          encType="multipart/form-data"
          noValidate
        >
          <input type="hidden" name="draftKey" value={draftKey} />
          {groups.map(({ title, note, fields }) => (
            <fieldset>
              <legend>{title}</legend>
              {note && <p class="hint">{note}</p>}
              {fields.map((field) => (
                <Field field={field} value={draft.fields[field.name] ?? ''} fault={faults[field.name]} />
              ))}
            </fieldset>
          ))}
          <fieldset id="files">
            <legend>五、附件</legend>
            <p class="hint">{ATTACHMENT_LIMITS.text}。没有可以不传。</p>
            {draft.files.length > 0 && (
              <ul>
                {draft.files.map(({ name, sizeBytes, sha256 }) => (
                  <li>
                    {name}（{sizeText(sizeBytes)}，已收下）
                    <label class="inline">
                      <input type="checkbox" name={`drop-${sha256}`} value="1" /> 不要这个附件
                    </label>
                  </li>
                ))}
              </ul>
            )}
            <div class="field">
              <label for="identity">身份证明</label>
              <p class="hint">证件照片或者扫描件</p>
              <input id="identity" type="file" name="identity" />
            </div>
            <div class="field">
              <label for="attachment">其他附件</label>
              <input id="attachment" type="file" name="attachment" multiple />
            </div>
          </fieldset>
          <div class="sr" aria-hidden="true">
            <label for="website">请不要填写这一项</label>
            <input id="website" name="website" tabIndex={-1} autocomplete="off" />
          </div>
          <p class="muted">
            个人信息告知：{frame.agency.name}
            为履行答复申请的法定职责处理您填写的姓名、证件和联系方式，加密保存，不向社会公开，也不提供给无关人员；您可以查阅、更正。
          </p>
          <div class="actions">
            <button type="submit" class="button" name="do" value="check">
              下一步：核对
            </button>
            <button type="submit" class="button quiet" name="do" value="keep">
              暂存
            </button>
          </div>
        </form>
      </section>
    </Page>
  )
}

function Field({ field, value, fault }: { field: FormField; value: string; fault: string | undefined }) {
  const { name, label, required, hint, type = 'text', choices, autocomplete } = field
  const described = [hint ? `${name}-hint` : '', fault ? `${name}-fault` : '']
    .filter((id) => id !== '')
    .join(' ')
  const common = {
    id: name,
    name,
    'aria-required': required,
    ...(described === '' ? {} : { 'aria-describedby': described }),
    ...(fault ? { 'aria-invalid': true } : {}),
    ...(autocomplete ? { autocomplete } : {}),
  }
  return (
    <div class="field">
      <label for={name}>
        {label}
        {required && <span aria-hidden="true"> *</span>}
      </label>
      {hint && (
        <p class="hint" id={`${name}-hint`}>
          {hint}
        </p>
      )}
      {fault && (
        <p class="error" id={`${name}-fault`}>
          {fault}
        </p>
      )}
      {choices ? (
        <select {...common}>
          <option value="">请选择</option>
          {Object.entries(choices).map(([code, text]) => (
            <option value={code} selected={code === value}>
              {text}
            </option>
          ))}
        </select>
      ) : type === 'textarea' ? (
        <textarea {...common} rows={6}>
          {value}
        </textarea>
      ) : (
        <input {...({ ...common, type, value } as JSX.IntrinsicElements['input'])} />
      )}
    </div>
  )
}

/** 核对: what will be filed, as it will be filed, before it is. */
export function ReviewPage(props: {
  frame: At
  kind: ApplicantKind
  draftKey: string
  draft: FilingDraft
  doubts: readonly string[]
  /** Published documents that the same words find. */
  found: readonly FoundDocument[]
  /** Asked when much comes from one place, or a form looks filled in by a machine. */
  question: Question | null
  /** The answer given was wrong. */
  unanswered: boolean
}) {
  const { frame, kind, draftKey, draft, doubts, found, question, unanswered } = props
  const action = `/${frame.agency.slug}/apply/${kind}`
  return (
    <Page frame={frame} title="请核对申请内容">
      <section class="card">
        <h1>请核对申请内容</h1>
        <p class="muted">确认后提交，提交当日为收到申请之日（{citationText(cite('regulation', 31))}）。</p>
        {doubts.length > 0 && (
          <div class="banner-note plain" role="status">
            {doubts.map((doubt) => (
              <p>{doubt}</p>
            ))}
          </div>
        )}
        {found.length > 0 && (
          <div class="banner-note plain">
            <h2>下列信息已经公开，看看是否就是您需要的</h2>
            <ul>
              {found.map(({ documentId, title }) => (
                <li key={documentId}>
                  <a href={documentPath(frame.agency, documentId)} target="_blank" rel="noopener">
                    {title.map(({ text }) => text).join('')}
                  </a>
                </li>
              ))}
            </ul>
            <p>不是的，可以继续提交申请。</p>
          </div>
        )}
        {groupsOf(kind).map(({ title, fields }) => (
          <>
            <h2 class="h-bar">{title}</h2>
            <dl class="facts">
              {fields.flatMap(({ name, label, choices }) => {
                const value = draft.fields[name] ?? ''
                if (value === '') return []
                return [<dt>{label}</dt>, <dd>{choices?.[value] ?? value}</dd>]
              })}
            </dl>
          </>
        ))}
        <h2 class="h-bar">五、附件</h2>
        {draft.files.length === 0 ? (
          <p>没有附件</p>
        ) : (
          <ul>
            {draft.files.map(({ name, sizeBytes }) => (
              <li>
                {name}（{sizeText(sizeBytes)}）
              </li>
            ))}
          </ul>
        )}
        <form method="post" action={action}>
          <input type="hidden" name="draftKey" value={draftKey} />
          {question && (
            <div class="field">
              <label for="answer">为防止程序自动提交，请回答：{question.text}</label>
              {unanswered && (
                <p class="error" id="answer-fault" role="alert">
                  回答不正确，请再算一次；填写的内容都在
                </p>
              )}
              <input
                id="answer"
                name="answer"
                inputMode="numeric"
                autocomplete="off"
                aria-required="true"
                {...(unanswered ? { 'aria-describedby': 'answer-fault', 'aria-invalid': true } : {})}
              />
            </div>
          )}
          <div class="actions">
            <button type="submit" class="button" name="do" value="file">
              确认提交
            </button>
            <button type="submit" class="button quiet" name="do" value="back">
              返回修改
            </button>
          </div>
        </form>
      </section>
    </Page>
  )
}

/** 已收到: number, query code, deadline. The code is shown here and on the receipt, and nowhere again. */
export function DonePage({ frame, filed, draftKey }: { frame: At; filed: Filed; draftKey: string }) {
  return (
    <Page frame={frame} title="申请已经收到">
      <section class="card">
        <h1>申请已经收到</h1>
        <dl class="facts">
          <dt>申请编号</dt>
          <dd class="big" id="request-number">
            {filed.number}
          </dd>
          <dt>查询码</dt>
          <dd class="big" id="query-code">
            {filed.queryCode}
          </dd>
          {filed.receivedOn && [<dt>收到申请之日</dt>, <dd>{plainDateText(filed.receivedOn)}</dd>]}
          {filed.dueOn && [
            <dt>答复期限</dt>,
            <dd>
              {plainDateText(filed.dueOn)}前
              {filed.provisional && '（暂定：其后年度的放假安排尚未公布，公布后重新计算）'}
              <p class="basis">
                依据：{citationText(cite('regulation', 33, 2))}，自收到申请之日起20个工作日内
              </p>
            </dd>,
          ]}
        </dl>
        <div class="banner-note plain">
          <p>
            请记下或者打印申请编号和查询码。查询进度、领取答复都要用到查询码，本机关不保存查询码原文，遗失后需持身份证明到现场查询。
          </p>
        </div>
        {filed.hints.length > 0 && (
          <>
            <h2>经办人可能会请您补正</h2>
            <ul>
              {filed.hints.map(({ text, basis }) => (
                <li>
                  {text} <cite>{citationText(basis)}</cite>
                </li>
              ))}
            </ul>
          </>
        )}
        <div class="actions">
          <form method="post" action={`/${frame.agency.slug}/apply/receipt`}>
            <input type="hidden" name="number" value={filed.number} />
            <input type="hidden" name="queryCode" value={filed.queryCode} />
            <input type="hidden" name="draftKey" value={draftKey} />
            <button type="submit" class="button">
              下载登记回执（PDF）
            </button>
          </form>
          <a class="button quiet" href="/apply/status">
            查询办理进度
          </a>
        </div>
      </section>
    </Page>
  )
}

/** 依申请公开: what it is, who may, how, until when, and the two forms. */
export function StartPage({ frame }: { frame: At }) {
  const { agency } = frame
  return (
    <Layout frame={frame} title={entryLabel('apply')} entry="apply" crumbs={[]} column={COLUMN}>
      <section class="card">
        <h1>{entryLabel('apply')}</h1>
        <p class="lead">
          公民、法人或者其他组织可以向{agency.name}申请获取政府信息，不需要说明理由。
          <cite>{citationText(cite('regulation', 27))}</cite>
        </p>
        <div class="actions">
          <a class="button" href={`/${agency.slug}/apply/person`}>
            公民申请
          </a>
          <a class="button" href={`/${agency.slug}/apply/organisation`}>
            法人或者其他组织申请
          </a>
          <a class="button quiet" href="/apply/status">
            查询办理进度
          </a>
        </div>
        <h2 class="h-bar">怎样办理</h2>
        <ol>
          <li>在线填写申请表，提交后立即得到申请编号、查询码和登记回执，提交当日为收到申请之日。</li>
          <li>
            能够当场答复的，当场答复；不能当场答复的，自收到申请之日起20个工作日内答复；需要延长的，最长不超过20个工作日，并告知申请人。
            <cite>{citationText(cite('regulation', 33))}</cite>
          </li>
          <li>
            申请内容不明确的，7个工作日内一次性告知补正。<cite>{citationText(cite('regulation', 30))}</cite>
          </li>
          <li>
            提供政府信息不收取费用；申请数量、频次明显超过合理范围的，可以收取信息处理费。
            <cite>{citationText(cite('regulation', 42))}</cite>
          </li>
          <li>凭申请编号和查询码查询办理进度、领取答复。</li>
        </ol>
        <h2 class="h-bar">其他方式</h2>
        <p>
          也可以当面提交、邮寄；采用书面形式确有困难的，可以口头提出，由工作人员代为填写。地址和电话见
          <a href={entryPath(agency, 'guide')}>{entryLabel('guide')}</a>。
        </p>
        <p>
          申请表可以下载打印：
          <a href={`/${agency.slug}/apply/form/person.pdf`}>公民（PDF）</a>、
          <a href={`/${agency.slug}/apply/form/person.docx`}>公民（Word）</a>、
          <a href={`/${agency.slug}/apply/form/organisation.pdf`}>法人或者其他组织（PDF）</a>、
          <a href={`/${agency.slug}/apply/form/organisation.docx`}>法人或者其他组织（Word）</a>。
        </p>
      </section>
    </Layout>
  )
}

const COLUMN = {
  name: '依申请公开',
  description: '在线提交政府信息公开申请，查询办理进度',
  keywords: ['依申请公开', '政府信息公开申请'],
  type: '依申请公开',
} as const

function sizeText(bytes: number): string {
  return bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))}千字节`
    : `${(bytes / 1024 / 1024).toFixed(1)}兆字节`
}
