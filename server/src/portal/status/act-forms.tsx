import { APPLICANT_ACTS, type ApplicantAct, citationText, plainDateText } from '@mingfu/law'
import { ATTACHMENT_LIMITS } from '../../services/requests/keep-attachment.ts'
import { ClaimFields } from './status-form.tsx'
import type { StatusProps } from './status-page.tsx'

type Words = Readonly<{ ask: string; label: string; hint: string; files: string | null; button: string }>

const WORDS = {
  correction: {
    ask: '请补正申请',
    label: '补正内容',
    hint: '按补正告知书列明的事项填写；超过补正期限的，请写明正当理由',
    files: '补正材料',
    button: '提交补正',
  },
  reasons: {
    ask: '请说明理由',
    label: '理由和意见',
    hint: '说明多次申请的理由，也可以陈述其他意见',
    files: '有关材料',
    button: '提交理由',
  },
  payment: {
    ask: '请缴纳信息处理费',
    label: '缴费情况',
    hint: '请写明缴费日期、方式和缴款人；未缴费的请勿填写',
    files: '缴费凭证',
    button: '提交缴费说明',
  },
  explanation: {
    ask: '请求解释说明',
    label: '想问的事项',
    hint: '对期限、文书或者答复有疑问的，可以在这里询问；不影响答复期限和您申请复议、提起诉讼的权利',
    files: null,
    button: '提交',
  },
  withdrawal: {
    ask: '撤回申请',
    label: '撤回原因（选填）',
    hint: '撤回后本机关不再处理；需要的，可以重新申请',
    files: null,
    button: '确认撤回',
  },
} as const satisfies Record<ApplicantAct, Words>

/** What the office waits for stands open; the rest is folded. Without JavaScript all of it works. */
export function ActForms(props: StatusProps) {
  const { followed } = props
  const waited = followed.waitsFor?.act
  const others = followed.acts.filter((act) => act !== waited)
  return (
    <>
      {followed.waitsFor !== null && (
        <section class="card" aria-labelledby="waits-title">
          <h2 class="h-bar" id="waits-title">
            {WORDS[followed.waitsFor.act].ask}
          </h2>
          <p>{waitsText(props)}</p>
          <ActForm act={followed.waitsFor.act} {...props} />
        </section>
      )}
      {others.length > 0 && (
        <section class="card" aria-labelledby="acts-title">
          <h2 class="h-bar" id="acts-title">
            可以办理的事项
          </h2>
          {others.map((act) => (
            <details open={props.attempt?.act === act} class="act">
              <summary>{WORDS[act].ask}</summary>
              <ActForm act={act} {...props} />
            </details>
          ))}
        </section>
      )}
    </>
  )
}

function waitsText({ followed: { waitsFor, own } }: StatusProps) {
  if (waitsFor === null) return null
  const until =
    waitsFor.until === null ? '具体期限见文书' : `请在${plainDateText(waitsFor.until)}前（含当日）提交`
  const details = own === null ? '，具体事项见下方的文书' : ''
  return (
    <>
      {until}
      {details}。<cite>{citationText(APPLICANT_ACTS[waitsFor.act].basis)}</cite>
    </>
  )
}

function ActForm({
  act,
  claim,
  attempt,
  messageKey,
  followed,
  lastFour,
}: StatusProps & { act: ApplicantAct }) {
  const { label, hint, files, button } = WORDS[act]
  const tried = attempt?.act === act ? attempt : undefined
  const optional = act === 'withdrawal'
  return (
    <>
      {act === followed.waitsFor?.act && <Asked act={act} own={followed.own} />}
      <form
        method="post"
        action="/apply/status/act"
        encType={files === null ? 'application/x-www-form-urlencoded' : 'multipart/form-data'}
      >
        <ClaimFields claim={claim} />
        <input type="hidden" name="messageKey" value={tried?.key ?? messageKey} />
        <input type="hidden" name="kept" value={tried?.kept ?? ''} />
        <div class="field">
          <label for={`${act}-text`}>{label}</label>
          <p class="hint" id={`${act}-hint`}>
            {hint}
          </p>
          <textarea
            id={`${act}-text`}
            name="text"
            rows={optional ? 2 : 5}
            maxLength={5000}
            aria-describedby={`${act}-hint`}
          >
            {tried?.fields.text ?? ''}
          </textarea>
        </div>
        {files !== null && (
          <div class="field">
            <label for={`${act}-files`}>{files}（选填）</label>
            <p class="hint" id={`${act}-files-hint`}>
              {ATTACHMENT_LIMITS.text}
              {(tried?.keptNames.length ?? 0) > 0 && `；已收下：${tried?.keptNames.join('、')}`}
            </p>
            <input
              id={`${act}-files`}
              type="file"
              name="attachment"
              multiple
              aria-describedby={`${act}-files-hint`}
            />
          </div>
        )}
        {act === 'withdrawal' && (
          <div class="field">
            <label for="withdrawal-last-four">证件号码或者联系电话的后四位</label>
            <input
              id="withdrawal-last-four"
              name="lastFour"
              required
              maxLength={4}
              autocomplete="off"
              value={lastFour}
            />
          </div>
        )}
        {act !== 'withdrawal' && lastFour && <input type="hidden" name="lastFour" value={lastFour} />}
        <button type="submit" class={optional ? 'button quiet' : 'button'} name="do" value={act}>
          {button}
        </button>
      </form>
    </>
  )
}

/** What the notice asks for, once it is sure who reads it. */
function Asked({ act, own }: { act: ApplicantAct; own: StatusProps['followed']['own'] }) {
  if (own === null) return null
  if (act === 'correction' && own.correction !== null) {
    return (
      <>
        <p>需要补正的事项：</p>
        <ol>
          {own.correction.items.map((item) => (
            <li>{item}</li>
          ))}
        </ol>
        <p>{own.correction.guidance}</p>
      </>
    )
  }
  if (act === 'reasons' && own.reasons !== null) {
    return (
      <p>
        {own.reasons.period}：{own.reasons.toExplain}
      </p>
    )
  }
  if (act === 'payment' && own.fee !== null) {
    return (
      <p>
        应缴<strong>{own.fee.amountInYuan}元</strong>。{own.fee.payment}
      </p>
    )
  }
  return null
}
