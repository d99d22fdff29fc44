import { citationText, cite } from '@mingfu/law'
import type { JSX } from 'preact'
import type { MessageChannel } from '../../services/notifications/messengers.ts'
import type { FilingDraft } from '../../services/requests/filing-draft.ts'
import { ATTACHMENT_LIMITS } from '../../services/requests/keep-attachment.ts'
import { entryLabel } from '../entries.ts'
import { type ApplyFrame, ApplyPage } from './apply-page.tsx'
import { type ApplicantKind, type FormField, groupsOf } from './fields.ts'
import { sizeText } from './size-text.ts'

const KIND_LABELS = { person: '公民', organisation: '法人或者其他组织' } as const

/** What a form says above its fields. */
export type Said = Readonly<{
  /** Field by field. */
  faults?: Readonly<Record<string, string>>
  /** About attachments. */
  notes?: readonly string[]
  /** 继续填写码: the form was just put aside under it. */
  resumeCode?: string
}>

type Props = Said &
  Readonly<{
    frame: ApplyFrame
    kind: ApplicantKind
    draftKey: string
    draft: FilingDraft
    /** The ways in which this site can send reminders. */
    canNotifyBy: readonly MessageChannel[]
  }>

/** 申请表. Everything typed stays; every fault is named on top and at its field. */
export function FormPage(props: Props) {
  const { frame, kind, draftKey, draft, faults = {}, notes = [], resumeCode, canNotifyBy } = props
  const groups = groupsOf(kind)
  const known = groups.flatMap(({ fields }) => fields).filter(({ name }) => faults[name] !== undefined)
  const faulty = known.length > 0 || notes.length > 0
  return (
    <ApplyPage
      frame={frame}
      title={`${faulty ? '请补充：' : ''}政府信息公开申请表（${KIND_LABELS[kind]}）`}
      scripts={['apply.js']}
    >
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
        {resumeCode && <KeptNote resumeCode={resumeCode} />}
        <form
          method="post"
          action={`/${frame.agency.slug}/apply/${kind}`}
          encType="multipart/form-data"
          noValidate
          data-matching={`/${frame.agency.slug}/apply/matching`}
        >
          <input type="hidden" name="draftKey" value={draftKey} />
          {groups.map(({ title, note, fields }) => (
            <fieldset>
              <legend>{title}</legend>
              {note && <p class="hint">{note}</p>}
              {fields.map((field) => (
                <Field field={field} value={draft.fields[field.name] ?? ''} fault={faults[field.name]} />
              ))}
              {fields.some(({ name }) => name === 'description') && (
                <div id="matching" class="banner-note plain" aria-live="polite" hidden />
              )}
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
              <label for="authority">授权委托书、监护关系证明</label>
              <p class="hint" id="authority-hint">
                由他人代为申请的上传，并附代理人的身份证明
              </p>
              <input id="authority" type="file" name="authority" multiple aria-describedby="authority-hint" />
            </div>
            <div class="field">
              <label for="attachment">其他附件</label>
              <input id="attachment" type="file" name="attachment" multiple />
            </div>
          </fieldset>
          <Reminder canNotifyBy={canNotifyBy} chosen={draft.fields.notifyBy ?? ''} />
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
    </ApplyPage>
  )
}

function KeptNote({ resumeCode }: { resumeCode: string }) {
  return (
    <div class="banner-note plain" role="status">
      <h2>已经暂存，还没有提交</h2>
      <p>
        继续填写码 <strong id="resume-code">{resumeCode}</strong>
      </p>
      <p>请记下来。48小时内在“{entryLabel('apply')}”页面填写它，可以继续；逾期自动删除。现在也可以接着填。</p>
    </div>
  )
}

const REMINDERS = { mail: '发送电子邮件', sms: '发送短信到联系电话' } as const

/** 进度提醒: offered only where the site can send one. */
function Reminder({ canNotifyBy, chosen }: { canNotifyBy: readonly MessageChannel[]; chosen: string }) {
  if (canNotifyBy.length === 0) return null
  return (
    <fieldset>
      <legend>六、进度提醒（选填）</legend>
      <p class="hint">有新的进展时提醒您；提醒里只有申请编号和查询网址。</p>
      <div class="choices">
        {canNotifyBy.map((way) => (
          <label>
            <input type="radio" name="notifyBy" value={way} checked={chosen === way} /> {REMINDERS[way]}
          </label>
        ))}
        <label>
          <input type="radio" name="notifyBy" value="" checked={chosen === ''} /> 不要提醒
        </label>
      </div>
    </fieldset>
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
