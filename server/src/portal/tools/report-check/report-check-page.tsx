import { REPORT_RULES } from '@mingfu/law'
import { worstFirst } from '@mingfu/report'
import { Invalid } from '../../../errors.ts'
import type { CheckedUpload } from '../../../services/annual-reports/check-uploaded-report.ts'
import { type Frame, Layout } from '../../layout.tsx'
import { type Portal, sendPersonal } from '../../portal.ts'
import { checkUpload, REPORT_KINDS } from './check-upload.ts'
import { FindingsList } from './findings-list.tsx'
import { MarkedReport } from './marked-report.tsx'
import { marksOf } from './marks.ts'

/** Reading a file takes a worker for some seconds; nobody has more reports to check than this. */
const LIMIT = { rateLimit: { max: 20, timeWindow: '1 minute' } }

/** 年报校核: one report by a plain form, checked and shown, and kept nowhere. */
export function registerReportCheck(portal: Portal): void {
  const { server } = portal
  portal.page('/tools/report-check', {}, async ({ frame }) => <UploadPage frame={frame} />)

  server.post('/tools/report-check', { config: LIMIT }, async (request, reply) => {
    const frame = await portal.frameFor(request)
    try {
      const file = await checkUpload(request)
      return sendPersonal(reply, <ResultPage frame={frame} file={file} />)
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      return sendPersonal(reply, <UploadPage frame={frame} fault={error.message} />, 422)
    }
  })
}

function UploadPage({ frame, fault }: { frame: Frame; fault?: string }) {
  return (
    <Layout frame={frame} title="年度报告校核" crumbs={[]} unlisted={fault !== undefined}>
      <h1>年度报告校核</h1>
      <p class="lead">
        上传一份政府信息公开工作年度报告，按统一格式和勾稽关系逐格校核。文件只在内存中读取，不保存，不留记录。
      </p>
      <UploadForm fault={fault} />
      <section class="card">
        <h2 class="h-bar">校核内容</h2>
        <p>
          共{Object.keys(REPORT_RULES).length}
          条规则：六个部分是否齐全、表格是否采用当年格式、单元格是否漏填，表二、表三、表四的勾稽关系，文字与表格的数字是否一致。附上上一年度的报告，就一并校核跨年度的数字；需要下属单位报告或者台账才能核对的规则，列为未校核。
        </p>
      </section>
    </Layout>
  )
}

function UploadForm({ fault }: { fault?: string | undefined }) {
  return (
    <form class="card" method="post" action="/tools/report-check" encType="multipart/form-data">
      <div class="field">
        <label for="report">年度报告文件</label>
        <p class="hint" id="report-hint">
          网页（html）、Word（docx、doc）、WPS（wps、et）、Excel（xlsx、xls）、PDF、文本（txt、md）或者
          JSON，不超过20兆字节
        </p>
        {fault && (
          <p class="error" id="report-fault" role="alert">
            {fault}
          </p>
        )}
        <input
          id="report"
          type="file"
          name="report"
          accept={REPORT_KINDS.map((kind) => `.${kind}`).join(',')}
          aria-describedby={fault ? 'report-hint report-fault' : 'report-hint'}
          {...(fault ? { 'aria-invalid': true } : {})}
        />
      </div>
      <div class="field">
        <label for="previous">上一年度的报告（可不选）</label>
        <p class="hint" id="previous-hint">
          同一机关上一年度的报告。附上后，另外校核上年结转、现行有效件数等跨年度的数字
        </p>
        <input
          id="previous"
          type="file"
          name="previous"
          accept={REPORT_KINDS.map((kind) => `.${kind}`).join(',')}
          aria-describedby="previous-hint"
        />
      </div>
      <div class="actions">
        <button type="submit" class="button">
          校核
        </button>
      </div>
    </form>
  )
}

function ResultPage({ frame, file }: { frame: Frame; file: CheckedUpload }) {
  const { fileName, read, checked } = file
  const { notAssessable, summary, format } = checked
  const findings = worstFirst(checked.findings)
  const marks = marksOf(findings, read)
  return (
    <Layout frame={frame} title="年度报告校核结果" crumbs={[]} unlisted>
      <h1>年度报告校核结果</h1>
      <section class="card">
        <dl class="facts">
          <dt>文件</dt>
          <dd>{fileName}</dd>
          <dt>机关</dt>
          <dd>{checked.orgName ?? '没有识别出来'}</dd>
          <dt>报告年度</dt>
          <dd>{checked.reportYear === null ? '没有识别出来' : `${checked.reportYear}年`}</dd>
          <dt>结果</dt>
          <dd>
            错误{summary.errors}项，提醒{summary.warnings}项，提示{summary.infos}项
            {summary.notAssessable > 0 && `；${summary.notAssessable}项缺少数据，未校核`}
          </dd>
        </dl>
      </section>
      <section class="card" aria-labelledby="findings-title">
        <h2 class="h-bar" id="findings-title">
          发现的问题
        </h2>
        <FindingsList findings={findings} format={format} anchors={marks.anchors} />
      </section>
      <section class="card" aria-labelledby="report-title">
        <h2 class="h-bar" id="report-title">
          报告全文
        </h2>
        {marks.anchors.size > 0 && (
          <p class="muted">
            有问题的文字和单元格有底色，并注明是上面第几项，点开可以来回对照。合计不符的，标在合计上，相关各项为浅色。
          </p>
        )}
        <MarkedReport format={format} read={read} marks={marks} />
      </section>
      {read.unread.length > 0 && (
        <section class="card" aria-labelledby="unread-title">
          <h2 class="h-bar" id="unread-title">
            没有读到的内容
          </h2>
          <ul>
            {read.unread.map(({ what, why }) => (
              <li>
                {what}：{why}
              </li>
            ))}
          </ul>
        </section>
      )}
      {notAssessable.length > 0 && (
        <section class="card" aria-labelledby="open-title">
          <h2 class="h-bar" id="open-title">
            缺少数据、未校核的规则
          </h2>
          <ul>
            {notAssessable.map(({ rule, why }) => (
              <li>
                {rule} {REPORT_RULES[rule].title}：{why}
              </li>
            ))}
          </ul>
        </section>
      )}
      <h2>再校核一份</h2>
      <UploadForm />
    </Layout>
  )
}
