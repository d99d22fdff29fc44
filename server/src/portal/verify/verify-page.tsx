import { plainDateText, VALIDITY_STATES, WITHDRAWAL_REASONS } from '@mingfu/law'
import type { FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import { Invalid } from '../../errors.ts'
import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import {
  type Found,
  type VerifiedFile,
  verifyFile,
  verifyIndexNumber,
} from '../../services/verification/verify.ts'
import { readForm } from '../../upload.ts'
import { documentPath } from '../disclosure/item-list.tsx'
import { type Frame, Layout } from '../layout.tsx'
import { momentText } from '../moment.ts'
import { type Portal, sendPersonal } from '../portal.ts'

const LIMIT = { rateLimit: { max: 30, timeWindow: '1 minute' } }

/** 核验: is this copy what was published, and does it still hold? By index number and code, or by the file itself. */
export function registerVerify(portal: Portal): void {
  portal.page(
    '/verify',
    { query: ['i', 'd'], fresh: true, perMinute: 120 },
    async ({ ctx, frame, query }) => {
      const found = query.i === undefined ? undefined : await verifyIndexNumber(ctx, query.i)
      return (
        <Page frame={frame} indexNumber={query.i}>
          {query.i !== undefined && <Answer found={found} asked={query.d} frame={frame} />}
        </Page>
      )
    },
  )

  portal.server.post('/verify', { config: LIMIT }, async (request, reply) => {
    const frame = await portal.frameFor(request)
    try {
      const bytes = await uploaded(request)
      const verified = await verifyFile(portal.contextFor(request, ''), bytes)
      return sendPersonal(
        reply,
        <Page frame={frame}>
          <FileAnswer verified={verified} frame={frame} />
        </Page>,
      )
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return sendPersonal(reply, <Page frame={frame} fault={error.message} />, 422)
    }
  })
}

const NO_FILE = '请选择要核验的文件'

async function uploaded(request: FastifyRequest): Promise<Uint8Array> {
  if (!request.isMultipart()) throw new Invalid(NO_FILE)
  try {
    const [file] = (await readForm(request)).files
    if (file === undefined) throw new Invalid(NO_FILE)
    return file.bytes
  } catch (error) {
    const { code } = error as { code?: string }
    throw code === 'FST_REQ_FILE_TOO_LARGE' ? new Invalid('文件超过20兆字节，本网站没有这样大的附件') : error
  }
}

function Page(props: {
  frame: Frame
  indexNumber?: string | undefined
  fault?: string
  children?: ComponentChildren
}) {
  const { frame, indexNumber, fault, children } = props
  return (
    <Layout frame={frame} title="核验政府信息" crumbs={[]} unlisted>
      <h1>核验政府信息</h1>
      <p class="lead">核对手中的文本、文件是否由本网站公布，内容有没有被改动，现在是否有效。</p>
      {children && (
        <section class="card" aria-live="polite">
          {children}
        </section>
      )}
      <form class="card" action="/verify">
        <h2 class="h-bar">凭索引号</h2>
        <div class="field">
          <label for="index-number">索引号</label>
          <p class="hint" id="index-hint">
            印在文本末尾，如 11411300YH0000001H/2024-00012
          </p>
          <input
            id="index-number"
            name="i"
            value={indexNumber}
            maxLength={100}
            required
            aria-describedby="index-hint"
          />
        </div>
        <button type="submit" class="button">
          核验
        </button>
      </form>
      <form class="card" method="post" action="/verify" encType="multipart/form-data">
        <h2 class="h-bar">凭文件</h2>
        <div class="field">
          <label for="verified-file">从本网站下载的正文或者附件</label>
          <p class="hint" id="file-hint">
            只计算文件的摘要，不保存，不留记录；不超过20兆字节
          </p>
          {fault && (
            <p class="error" id="file-fault" role="alert">
              {fault}
            </p>
          )}
          <input
            id="verified-file"
            type="file"
            name="file"
            aria-describedby={fault ? 'file-hint file-fault' : 'file-hint'}
            {...(fault ? { 'aria-invalid': true } : {})}
          />
        </div>
        <button type="submit" class="button">
          核验
        </button>
      </form>
    </Layout>
  )
}

function Answer({
  found,
  asked,
  frame,
}: {
  found: Found | undefined
  asked: string | undefined
  frame: Frame
}) {
  if (found === undefined) {
    return (
      <>
        <h2>没有公布过</h2>
        <p>本网站没有公布过这个索引号的政府信息。请核对索引号；手中的文本不能作为本网站公布的内容使用。</p>
      </>
    )
  }
  if (found.state === 'withdrawn') {
    return (
      <>
        <h2>已经撤回</h2>
        <p>
          这条政府信息于{momentText(found.withdrawnAt)}撤回（{WITHDRAWAL_REASONS[found.reason]}
          ），不能再作为公开的内容使用。
        </p>
      </>
    )
  }
  const isSame =
    asked === undefined ? null : found.digest.startsWith(asked.toLowerCase()) && asked.length >= 8
  return (
    <>
      <h2>{isSame === null ? '由本网站公布' : isSame ? '与公布的内容一致' : '与现在公布的内容不一致'}</h2>
      {isSame === false && (
        <p>
          <strong>
            手中文本的摘要与现在公布的内容不同：公布之后有过更正，或者文本被改动过。请以现在公布的内容为准。
          </strong>
        </p>
      )}
      <Facts document={found} frame={frame} />
    </>
  )
}

function FileAnswer({ verified, frame }: { verified: VerifiedFile; frame: Frame }) {
  const { matches, sm3 } = verified
  return (
    <>
      <h2>{matches.length === 0 ? '不是本网站公布的文件' : '是本网站公布的文件'}</h2>
      {matches.length === 0 && (
        <p>
          没有找到内容完全相同的文件。下载后编辑、另存过的文件，内容已经不同，也不能核验；请重新下载后再试。
        </p>
      )}
      {matches.map(({ document, what, isCurrent }) => (
        <>
          <p>
            {what}
            {isCurrent ? '，与现在公布的内容一致。' : '，但公布的内容后来有过更正，请以现在公布的为准。'}
          </p>
          <Facts document={document} frame={frame} />
        </>
      ))}
      <p class="fingerprint">文件摘要 SM3 {sm3}</p>
    </>
  )
}

function Facts({ document, frame }: { document: PublishedDocument; frame: Frame }) {
  const { content, validity, validityChangedOn } = document
  const agency = frame.site.agencies.find(({ agencyId }) => agencyId === document.agencyId)
  return (
    <dl class="facts">
      <dt>名称</dt>
      <dd>
        {agency ? <a href={documentPath(agency, document.documentId)}>{content.title}</a> : content.title}
      </dd>
      {content.documentNumber && (
        <>
          <dt>发文字号</dt>
          <dd>{content.documentNumber}</dd>
        </>
      )}
      <dt>索引号</dt>
      <dd>{document.indexNumber}</dd>
      <dt>发布机构</dt>
      <dd>{content.issuer || agency?.name}</dd>
      <dt>发布时间</dt>
      <dd>{momentText(document.publishedAt)}</dd>
      <dt>有效性</dt>
      <dd>
        {VALIDITY_STATES[validity].label}
        {validity !== 'in-force' && validityChangedOn && `（自${plainDateText(validityChangedOn)}起）`}
      </dd>
      <dt>内容摘要</dt>
      <dd class="fingerprint">{document.digest}</dd>
      {document.attachments.map(({ title, sm3 }) => (
        <>
          <dt>附件</dt>
          <dd>
            {title}
            <span class="fingerprint">SM3 {sm3}</span>
          </dd>
        </>
      ))}
    </dl>
  )
}
