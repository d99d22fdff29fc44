import type { Claim } from '../../services/requests/claim.ts'
import { type Frame, Layout } from '../layout.tsx'

/** 查询办理进度: number and code. */
export function StatusForm({ frame, claim, fault }: { frame: Frame; claim: Claim; fault?: string }) {
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

/** Every form of the page says again who asks. */
export function ClaimFields({ claim }: { claim: Claim }) {
  return (
    <>
      <input type="hidden" name="number" value={claim.number} />
      <input type="hidden" name="queryCode" value={claim.queryCode} />
    </>
  )
}
