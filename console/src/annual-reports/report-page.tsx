import { type AnnualReportView, annualReports } from '@mingfu/contract'
import type { FormatId } from '@mingfu/law'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { call, urlOf } from '../session/call.ts'
import { useMay } from '../session/use-session.ts'
import {
  App,
  Button,
  Dropdown,
  ErrorNote,
  PageHead,
  Radio,
  ScrollBox,
  Space,
  Spin,
  Tabs,
  Tag,
} from '../ui/index.ts'
import { CellDrawer } from './cell-drawer.tsx'
import { FiguresForm } from './figures-form.tsx'
import { FindingsList } from './findings-list.tsx'
import { SectionsForm } from './sections-form.tsx'
import { TableFour, TableThree, TableTwo } from './statutory-tables.tsx'
import './statutory.css'

const FILES = [
  ['docx', 'Word 文档'],
  ['pdf', 'PDF 文档'],
  ['html', '网页'],
  ['xlsx', '电子表格'],
  ['json', 'JSON 数据'],
] as const

/** 一个年度的报告: tables that open, prose, yearly figures, checks, publication. */
export default function ReportPage() {
  const { year } = useParams({ strict: false }) as { year: string }
  const [format, setFormat] = useState<FormatId>()
  const report = useQuery({
    queryKey: ['annual-report', year, format],
    queryFn: () => call(annualReports.get, { params: { year }, query: { format } }),
  })
  if (report.data === undefined) return report.isPending ? <Spin /> : <ErrorNote error={report.error} />
  return <Report key={`${year}-${report.data.format}`} report={report.data} onFormat={setFormat} />
}

function Report({ report, onFormat }: { report: AnnualReportView; onFormat: (format: FormatId) => void }) {
  const { year, format } = report
  const may = useMay()
  const [open, setOpen] = useState<string>()
  const values = new Map(report.cells.map((cell) => [cell.id, cell]))
  const faulty = new Set(
    report.findings.filter(({ severity }) => severity === 'error').flatMap(({ cells }) => cells),
  )
  const cell = (id: string) => {
    const found = values.get(id)
    if (found === undefined) return <span className="unknown">待登记</span>
    const name = faulty.has(id) ? 'figure faulty' : 'figure'
    if (found.members === null) return <span className={name}>{found.value}</span>
    return (
      <button type="button" className={name} onClick={() => setOpen(id)}>
        {found.value}
      </button>
    )
  }
  const errors = report.findings.filter(
    ({ severity, waivedBy }) => severity === 'error' && waivedBy === null,
  ).length
  return (
    <>
      <PageHead
        title={report.title}
        note={
          report.state === 'published'
            ? `${report.publishedAt?.slice(0, 10)} 发布，数据以发布时为准`
            : '尚未发布，数据随案卷和文件实时变动'
        }
        actions={
          <Space wrap>
            <Dropdown
              trigger={['click']}
              menu={{
                items: FILES.map(([type, label]) => ({
                  key: type,
                  label: (
                    <a href={urlOf(annualReports.file, { params: { year }, query: { type, format } })}>
                      {label}
                    </a>
                  ),
                })),
              }}
            >
              <Button>下载</Button>
            </Dropdown>
            {report.state !== 'published' && may('publish-annual-report') ? (
              <PublishButton report={report} errors={errors} />
            ) : null}
          </Space>
        }
      />
      <Space wrap className="below">
        <Radio.Group
          value={format}
          onChange={({ target }) => onFormat(target.value)}
          optionType="button"
          options={[
            { value: '2021', label: '2021年格式' },
            { value: '2019', label: '2019年试行格式' },
          ]}
        />
        {errors > 0 ? <Tag color="error">{errors}处错误待处理</Tag> : <Tag color="success">勾稽关系相符</Tag>}
      </Space>
      <Tabs
        items={[
          {
            key: 'tables',
            label: '三张表',
            children: (
              <div className="statutory-tables">
                <ScrollBox label="表二">
                  <TableTwo format={format} cell={cell} />
                </ScrollBox>
                <ScrollBox label="表三">
                  <TableThree format={format} cell={cell} />
                </ScrollBox>
                <ScrollBox label="表四">
                  <TableFour format={format} cell={cell} />
                </ScrollBox>
              </div>
            ),
          },
          { key: 'prose', label: '文字部分', children: <SectionsForm report={report} /> },
          { key: 'figures', label: '年度数据', children: <FiguresForm report={report} /> },
          {
            key: 'findings',
            label: `校验（${report.findings.length}）`,
            children: <FindingsList report={report} />,
          },
        ]}
      />
      <CellDrawer year={year} format={format} cellId={open} onClose={() => setOpen(undefined)} />
    </>
  )
}

function PublishButton({ report, errors }: { report: AnnualReportView; errors: number }) {
  const { modal, message } = App.useApp()
  const queries = useQueryClient()
  const publish = useMutation({
    mutationFn: () =>
      call(annualReports.publish, { params: { year: report.year }, body: { version: report.version } }),
    onSuccess: async () => {
      message.success('年度报告已经发布')
      await queries.invalidateQueries()
    },
    onError: (error) => modal.error({ title: '没有发布', content: <ErrorNote error={error} /> }),
  })
  return (
    <Button
      type="primary"
      loading={publish.isPending}
      onClick={() =>
        modal.confirm({
          title: `发布${report.title}？`,
          content:
            errors > 0
              ? `还有${errors}处错误没有改正或者说明，不能发布。`
              : '发布后数据固定下来，不再随案卷变动，并在门户“政府信息公开年报”栏目公开。',
          okText: '发布',
          okButtonProps: { disabled: errors > 0 },
          onOk: () => publish.mutateAsync().catch(() => undefined),
        })
      }
    >
      发布
    </Button>
  )
}
