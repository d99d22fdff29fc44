import { citationText, plainDateText } from '@mingfu/law'
import { Invalid, NotFound } from '../../errors.ts'
import { sendFile } from '../../send-file.ts'
import { fetchPaper } from '../../services/requests/fetch-paper.ts'
import { type Claim, type Followed, followRequest } from '../../services/requests/follow-request.ts'
import { type Frame, Layout } from '../layout.tsx'
import { type Portal, sendPersonal } from '../portal.ts'

/** Guessing is hopeless with a code of 128 bits; the limit keeps it cheap for us too. */
const LIMIT = { rateLimit: { max: 30, timeWindow: '1 minute' } }

/** 查询办理进度、领取答复: by number and query code, posted, never in an address. */
export function registerStatus(portal: Portal): void {
  const { server } = portal
  server.get('/apply/status', async (request, reply) =>
    sendPersonal(
      reply,
      <StatusForm frame={await portal.frameFor(request)} claim={{ number: '', queryCode: '' }} />,
    ),
  )

  server.post('/apply/status', { config: LIMIT }, async (request, reply) => {
    const frame = await portal.frameFor(request)
    const claim = claimOf(request.body)
    try {
      const followed = await followRequest(portal.contextFor(request, 'all'), claim)
      return sendPersonal(reply, <StatusPage frame={frame} claim={claim} followed={followed} />)
    } catch (error) {
      if (!(error instanceof NotFound)) throw error
      return sendPersonal(
        reply,
        <StatusForm frame={frame} claim={{ ...claim, queryCode: '' }} fault={error.message} />,
        404,
      )
    }
  })

  server.post('/apply/status/paper', { config: LIMIT }, async (request, reply) => {
    const frame = await portal.frameFor(request)
    const claim = claimOf(request.body)
    const { paperId = '', lastFour = '' } = (request.body ?? {}) as Record<string, string>
    const ctx = portal.contextFor(request, 'all')
    try {
      return sendFile(reply, await fetchPaper(ctx, { ...claim, paperId, lastFour: lastFour.trim() }))
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      const followed = await followRequest(ctx, claim)
      return sendPersonal(
        reply,
        <StatusPage frame={frame} claim={claim} followed={followed} fault={error.message} />,
        422,
      )
    }
  })
}

function claimOf(body: unknown): Claim {
  const { number = '', queryCode = '' } = (body ?? {}) as Record<string, string>
  return { number: String(number).trim(), queryCode: String(queryCode).trim() }
}

function StatusForm({ frame, claim, fault }: { frame: Frame; claim: Claim; fault?: string }) {
  return (
    <Layout frame={frame} title="查询办理进度" crumbs={[]} unlisted>
      <section class="card">
        <h1>查询办理进度</h1>
        <p class="muted">申请编号和查询码印在登记回执上。</p>
        {fault && (
          <div class="banner-note" role="alert">
            <p>{fault}</p>
          </div>
        )}
        <form method="post" action="/apply/status">
          <div class="field">
            <label for="number">申请编号</label>
            <input id="number" name="number" required value={claim.number} autocomplete="off" />
          </div>
          <div class="field">
            <label for="queryCode">查询码</label>
            <input id="queryCode" name="queryCode" required value={claim.queryCode} autocomplete="off" />
          </div>
          <button type="submit" class="button">
            查询
          </button>
        </form>
      </section>
    </Layout>
  )
}

function StatusPage(props: { frame: Frame; claim: Claim; followed: Followed; fault?: string }) {
  const { frame, claim, followed, fault } = props
  const { number, agencyName, publicState, receivedOn, dueOn, provisional, steps, papers } = followed
  return (
    <Layout
      frame={frame}
      title={`申请${number}`}
      crumbs={[{ text: '查询办理进度', href: '/apply/status' }]}
      unlisted
    >
      <section class="card">
        <h1>申请 {number}</h1>
        <dl class="facts">
          <dt>办理机关</dt>
          <dd>{agencyName}</dd>
          <dt>当前状态</dt>
          <dd>
            <strong>{publicState}</strong>
          </dd>
          {receivedOn && [<dt>收到申请之日</dt>, <dd>{plainDateText(receivedOn)}</dd>]}
          {dueOn && [
            <dt>答复期限</dt>,
            <dd>
              {plainDateText(dueOn)}
              {provisional && '（暂定）'}
            </dd>,
          ]}
        </dl>
        {fault && (
          <div class="banner-note" role="alert">
            <p>{fault}</p>
          </div>
        )}
        {papers.length > 0 && (
          <>
            <h2 class="h-bar">文书和答复</h2>
            <form method="post" action="/apply/status/paper">
              <input type="hidden" name="number" value={claim.number} />
              <input type="hidden" name="queryCode" value={claim.queryCode} />
              <div class="field">
                <label for="lastFour">证件号码或者联系电话的后四位</label>
                <p class="hint">下载前核对，防止他人冒领</p>
                <input id="lastFour" name="lastFour" required maxLength={4} autocomplete="off" />
              </div>
              <ul class="items">
                {papers.map(({ paperId, title, on }) => (
                  <li>
                    <span>
                      {title} {on && <time dateTime={on}>{plainDateText(on)}</time>}
                    </span>
                    <button type="submit" class="button quiet" name="paperId" value={paperId}>
                      下载<span class="sr">{title}</span>
                    </button>
                  </li>
                ))}
              </ul>
            </form>
          </>
        )}
        <h2 class="h-bar">办理经过</h2>
        <ol class="items">
          {steps.map(({ on, text, basis }) => (
            <li>
              <time dateTime={on}>{plainDateText(on)}</time> {text}{' '}
              {basis && <cite>{citationText(basis)}</cite>}
            </li>
          ))}
        </ol>
      </section>
    </Layout>
  )
}
