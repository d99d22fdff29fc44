import { type AnnualReportSummary, annualReports } from '@mingfu/contract'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { call } from '../session/call.ts'
import { ErrorNote, PageHead, Table, type TableColumnsType, Tag } from '../ui/index.ts'

const STATES = { 'not-begun': '未编制', draft: '编制中', published: '已发布' } as const

const COLUMNS: TableColumnsType<AnnualReportSummary> = [
  {
    title: '年度',
    dataIndex: 'year',
    render: (year: number) => <Link to={`/annual-reports/${year}`}>{year}年</Link>,
  },
  {
    title: '状态',
    dataIndex: 'state',
    render: (state: AnnualReportSummary['state']) => (
      <Tag color={state === 'published' ? 'success' : 'default'}>{STATES[state]}</Tag>
    ),
  },
  {
    title: '格式',
    dataIndex: 'format',
    responsive: ['md'],
    render: (format: string) => (format === '2019' ? '2019年试行格式' : '2021年格式'),
  },
  { title: '本年新收', dataIndex: 'newReceived', align: 'right' },
  { title: '应当发布', dataIndex: 'publishBy', responsive: ['sm'] },
]

/** 历年的政府信息公开工作年度报告. */
export default function ReportListPage() {
  const reports = useQuery({ queryKey: ['annual-reports'], queryFn: () => call(annualReports.list) })
  return (
    <>
      <PageHead
        title="年度报告"
        note="各项数据由当年的申请、争议和文件得出，点开单元格可以看到背后的案件。"
      />
      <ErrorNote error={reports.error} />
      <Table
        rowKey="year"
        columns={COLUMNS}
        dataSource={reports.data ?? []}
        loading={reports.isPending}
        pagination={false}
      />
    </>
  )
}
