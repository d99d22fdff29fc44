import { type PlainDate, plainDateText, plainWords } from '@mingfu/law'
import type { ComponentChildren } from 'preact'
import { findGuide, type Guide } from '../../services/disclosure/guide.ts'
import { entryPath, entryTags } from '../entries.ts'
import { Layout } from '../layout.tsx'
import type { Portal, Visit } from '../portal.ts'
import { agencyOf } from './visited-agency.ts'

/** 政府信息公开指南: what 条例第十二条第二款 lists, how to apply, and where to turn. */
export function registerGuide(portal: Portal): void {
  portal.page('/:agency/guide', {}, guidePage)
}

async function guidePage({ ctx, frame }: Visit) {
  const agency = agencyOf(frame)
  const guide = await findGuide(ctx, agency.agencyId)
  return (
    <Layout frame={frame} title="政府信息公开指南" entry="guide" column={entryTags('guide')} crumbs={[]}>
      <article class="card paper">
        <h1>{agency.name}政府信息公开指南</h1>
        {guide === undefined ? (
          <p class="byline">本机关的公开指南正在编制。</p>
        ) : (
          <GuideText guide={guide} agency={agency} today={ctx.today} />
        )}
      </article>
    </Layout>
  )
}

type Text = Readonly<{ guide: Guide; agency: ReturnType<typeof agencyOf>; today: PlainDate }>

function GuideText({ guide, agency, today }: Text) {
  const { content, revisedOn } = guide
  const { reply, extension, paused, fee } = plainWords(today)
  const { office } = content
  return (
    <>
      <p class="byline">
        <span>修订日期：{plainDateText(revisedOn)}</span>
        <span>编制依据：《中华人民共和国政府信息公开条例》第十二条</span>
      </p>
      <div class="prose">
        <p>
          为了方便公民、法人和其他组织依法获取{agency.name}
          的政府信息，根据《中华人民共和国政府信息公开条例》编制本指南。
        </p>
        <h2>一、政府信息的分类和编排</h2>
        <Paragraphs text={content.classification} />
        <Paragraphs text={content.arrangement} />
        <p>
          主动公开的内容见<a href={entryPath(agency, 'statutory')}>法定主动公开内容</a>。
        </p>
        <h2>二、政府信息的获取方式</h2>
        <Paragraphs text={content.access} />
        {content.readingPlaces && (
          <>
            <h3>查阅场所</h3>
            <Paragraphs text={content.readingPlaces} />
          </>
        )}
        <h2>三、政府信息公开工作机构</h2>
        <table class="meta">
          <colgroup>
            <col class="label" />
            <col />
          </colgroup>
          <tbody>
            <Row name="机构名称">{office.name}</Row>
            <Row name="办公地址">
              {office.address}
              {office.postcode && `（邮政编码：${office.postcode}）`}
            </Row>
            <Row name="办公时间">{office.hours}</Row>
            <Row name="联系电话">{office.phone}</Row>
            <Row name="传真号码">{office.fax}</Row>
            <Row name="互联网联系">{office.internet}</Row>
            {office.email && <Row name="电子邮箱">{office.email}</Row>}
          </tbody>
        </table>
        <h2>四、依申请公开</h2>
        <Paragraphs text={content.applying} />
        <p>
          除主动公开的政府信息外，公民、法人和其他组织可以依照条例第二十七条向本机关申请获取相关政府信息。可以
          <a href={entryPath(agency, 'apply')}>在线提出申请</a>，也可以当面、邮寄或者以传真提出。
        </p>
        <p>
          本机关收到申请，{reply.text}；{extension.text}（条例第三十三条）。{paused.text}。到期日可以用
          <a href="/tools/clock">期限计算</a>核对。
        </p>
        <p>{fee.text}（条例第四十二条）。</p>
        <h2>五、监督和救济</h2>
        <Paragraphs text={content.supervision} />
        <p>
          公民、法人或者其他组织认为本机关未按照要求主动公开政府信息或者对申请不依法答复处理的，可以向政府信息公开工作主管部门提出；认为本机关在政府信息公开工作中侵犯其合法权益的，可以向政府信息公开工作主管部门投诉、举报，也可以依法向
          {agency.reconsiderationOrgan}申请行政复议或者向{agency.court}
          提起行政诉讼（条例第四十七条、第五十一条）。
        </p>
      </div>
    </>
  )
}

function Row({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  )
}

/** What an office wrote, line by line. */
function Paragraphs({ text }: { text: string }) {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  return (
    <>
      {lines.map((line) => (
        <p>{line.trim()}</p>
      ))}
    </>
  )
}
