import { citationText, plainDateText, plainWords } from '@mingfu/law'
import type { Filed } from '../../services/requests/open-request.ts'
import { type ApplyFrame, ApplyPage } from './apply-page.tsx'

/** 已收到: number, query code, deadline. The code is shown here and on the receipt, and nowhere again. */
export function DonePage({ frame, filed, draftKey }: { frame: ApplyFrame; filed: Filed; draftKey: string }) {
  const within = filed.receivedOn === null ? null : plainWords(filed.receivedOn)['reply-within']
  return (
    <ApplyPage frame={frame} title="申请已经收到">
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
              {within && (
                <p class="basis">
                  依据：{citationText(within.basis)}，{within.text}
                </p>
              )}
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
    </ApplyPage>
  )
}
