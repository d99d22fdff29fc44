import { citationText, cite, type PlainDate, plainWords } from '@mingfu/law'
import { entryLabel, entryPath } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { ApplyFrame } from './apply-page.tsx'

type Start = Readonly<{ frame: ApplyFrame; today: PlainDate; resumeFailed?: boolean }>

/** 依申请公开: what it is, who may, how, until when, and the two forms. */
export function StartPage({ frame, today, resumeFailed = false }: Start) {
  const { agency } = frame
  const { reply, extension, correction, fee } = plainWords(today)
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
        <ResumeForm action={`/${agency.slug}/apply/resume`} failed={resumeFailed} />
        <h2 class="h-bar">怎样办理</h2>
        <ol>
          <li>在线填写申请表，提交后立即得到申请编号、查询码和登记回执，提交当日为收到申请之日。</li>
          <li>
            {reply.text}；{extension.text}。<cite>{citationText(reply.basis)}</cite>
          </li>
          <li>
            {correction.text}。<cite>{citationText(correction.basis)}</cite>
          </li>
          <li>
            {fee.text}。<cite>{citationText(fee.basis)}</cite>
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

/** Folded away, for few need it; open when a code was wrong. */
function ResumeForm({ action, failed }: { action: string; failed: boolean }) {
  return (
    <details class="fold" open={failed}>
      <summary>继续填写暂存的申请表</summary>
      <form method="post" action={action}>
        <div class="field">
          <label for="resumeCode">继续填写码</label>
          <p class="hint" id="resumeCode-hint">
            暂存时显示的20位字母和数字，48小时内有效
          </p>
          {failed && (
            <p class="error" id="resumeCode-fault" role="alert">
              没有找到这份暂存的申请表。请核对继续填写码；暂存超过48小时的已经删除，请重新填写
            </p>
          )}
          <input
            id="resumeCode"
            name="resumeCode"
            required
            autocomplete="off"
            aria-describedby={failed ? 'resumeCode-hint resumeCode-fault' : 'resumeCode-hint'}
            {...(failed ? { 'aria-invalid': true } : {})}
          />
        </div>
        <button type="submit" class="button quiet">
          继续填写
        </button>
      </form>
    </details>
  )
}

const COLUMN = {
  name: '依申请公开',
  description: '在线提交政府信息公开申请，查询办理进度',
  keywords: ['依申请公开', '政府信息公开申请'],
  type: '依申请公开',
} as const
