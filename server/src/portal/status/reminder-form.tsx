import { ClaimFields } from './status-form.tsx'
import type { StatusProps } from './status-page.tsx'

const WAYS = { mail: '发送到申请时填写的电子邮箱', sms: '发送短信到申请时填写的手机号码' } as const

/** 进度提醒: only the ways that this site can send; where it can send none, it says so. */
export function ReminderForm({ claim, followed: { notifyBy, canNotifyBy } }: StatusProps) {
  return (
    <section class="card" aria-labelledby="reminder-title">
      <h2 class="h-bar" id="reminder-title">
        进度提醒
      </h2>
      {canNotifyBy.length === 0 ? (
        <p>本站没有开通邮件和短信提醒，请凭申请编号和查询码查询。</p>
      ) : (
        <form method="post" action="/apply/status/act">
          <ClaimFields claim={claim} />
          <fieldset>
            <legend>有新的进展时</legend>
            <p class="hint">提醒里只有申请编号和查询网址，没有申请内容。</p>
            <div class="choices">
              {canNotifyBy.map((way) => (
                <label>
                  <input type="radio" name="by" value={way} checked={notifyBy === way} /> {WAYS[way]}
                </label>
              ))}
              <label>
                <input type="radio" name="by" value="" checked={notifyBy === null} /> 不要提醒
              </label>
            </div>
          </fieldset>
          <button type="submit" class="button quiet" name="do" value="reminders">
            保存
          </button>
        </form>
      )}
    </section>
  )
}
