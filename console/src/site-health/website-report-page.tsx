import { siteHealth, type WebsiteReportView } from '@mingfu/contract'
import {
  WEBSITE_FIGURE_IDS,
  WEBSITE_FIGURES,
  WEBSITE_REPORT_BLOCKS,
  WEBSITE_TYPES,
  type WebsiteFigure,
  websiteFigureName,
} from '@mingfu/law'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useAct, useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import {
  Alert,
  Button,
  Card,
  Col,
  ErrorNote,
  Flex,
  Form,
  Input,
  momentText,
  PageHead,
  Radio,
  Row,
  Select,
  Skeleton,
  Tag,
  useFilters,
} from '../ui/index.ts'
import './site-health.css'

/** 政府网站工作年度报表: what the system counted beside what somebody fills in, published by 31 January. */
export default function WebsiteReportPage() {
  const { data: me } = useSession()
  const last = Number((me?.today ?? '2024').slice(0, 4)) - 1
  const [{ year: chosen }, setFilters] = useFilters('year')
  const year = Number(chosen ?? last)
  const report = useCall(siteHealth.websiteReport, { params: { year } })
  return (
    <>
      <PageHead
        title="政府网站工作年度报表"
        note="次年1月31日前在首页公布。系统有记录的自动统计，其余由填报人填写。"
        actions={
          <Select
            value={year}
            aria-label="年度"
            options={[last + 1, last, last - 1, last - 2].map((value) => ({ value, label: `${value}年度` }))}
            onChange={(value) => setFilters({ year: String(value) })}
          />
        }
      />
      <ErrorNote error={report.error} />
      {report.data === undefined ? (
        report.isPending ? (
          <Skeleton active />
        ) : null
      ) : (
        <Report key={`${report.data.year} ${report.data.version}`} report={report.data} />
      )}
    </>
  )
}

function Report({ report }: { report: WebsiteReportView }) {
  const { year, figures, faults, publishedAt, publishedBy, version } = report
  const [form] = Form.useForm<Record<string, string>>()
  const save = useAct(siteHealth.saveWebsiteReport, { done: '已经保存' })
  const file = (type: 'pdf' | 'docx' | 'xlsx') =>
    urlOf(siteHealth.websiteReportFile, { params: { year }, query: { type } })
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={figures}
      disabled={publishedAt !== null}
      onFinish={(values) => save.mutate({ params: { year }, body: { version, given: givenOf(values) } })}
    >
      {publishedAt === null ? null : (
        <Alert
          className="below"
          type="success"
          showIcon
          title={`${momentText(publishedAt)}由${publishedBy}公布，数字不再变动。`}
        />
      )}
      {publishedAt !== null || faults.length === 0 ? null : (
        <Alert
          className="below"
          type="info"
          showIcon
          title={`公布以前还有${faults.length}处要填写或者核对`}
          description={faults.slice(0, 5).join('；')}
        />
      )}
      {Object.entries(WEBSITE_REPORT_BLOCKS).map(([block, title]) => (
        <Card key={block} size="small" title={title} className="website-report-block">
          <Row gutter={16}>
            {WEBSITE_FIGURE_IDS.filter((id) => WEBSITE_FIGURES[id].block === block).map((id) => (
              <Col key={id} xs={24} md={8}>
                <Figure id={id} value={figures[id] ?? ''} />
              </Col>
            ))}
          </Row>
        </Card>
      ))}
      <ErrorNote error={save.error} />
      <Flex wrap gap="small">
        <Gate permission="compile-annual-report">
          <Button type="primary" htmlType="submit" loading={save.isPending}>
            保存
          </Button>
        </Gate>
        {publishedAt === null ? (
          <Gate permission="publish-annual-report">
            <ActButton
              route={siteHealth.publishWebsiteReport}
              input={{ params: { year }, body: { version } }}
              confirm={{
                title: '在首页公布？',
                content: '公布的是已经保存的数字；公布以后不再变动。',
                okText: '公布',
              }}
              done="已经公布"
            >
              公布
            </ActButton>
          </Gate>
        ) : null}
        {(['pdf', 'docx', 'xlsx'] as const).map((type) => (
          <Button key={type} href={file(type)} disabled={false}>
            {{ pdf: 'PDF', docx: 'Word', xlsx: 'Excel' }[type]}
          </Button>
        ))}
      </Flex>
    </Form>
  )
}

function Figure({ id, value }: Readonly<{ id: WebsiteFigure; value: string }>) {
  const { unit, kind, computed } = WEBSITE_FIGURES[id]
  const choices: readonly string[] = kind === 'choice' ? WEBSITE_TYPES : ['是', '否']
  const name = unit === '' ? websiteFigureName(id) : `${websiteFigureName(id)}（${unit}）`
  if (computed) {
    return (
      <Form.Item label={name}>
        <span>{value === '' ? '没有登记' : value}</span>{' '}
        <Tag>{kind === 'text' ? '系统记录' : '系统统计'}</Tag>
      </Form.Item>
    )
  }
  return (
    <Form.Item label={name} name={id}>
      {kind === 'yes-no' || kind === 'choice' ? (
        <Radio.Group options={[...choices]} />
      ) : (
        <Input inputMode={kind === 'count' ? 'numeric' : 'text'} maxLength={100} />
      )}
    </Form.Item>
  )
}

function givenOf(values: Readonly<Record<string, unknown>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, typeof value === 'string' ? value.trim() : '']),
  )
}
