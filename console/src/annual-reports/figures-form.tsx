import { type AnnualReportView, annualReports, type YearlyFigureView } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { showFieldProblems } from '../session/form-problem.ts'
import { useMay } from '../session/use-session.ts'
import { App, Button, ErrorNote, Form, Input, Space, Typography } from '../ui/index.ts'

/** 年度数据: figures of table two that follow from neither cases nor documents, each with its source. */
export function FiguresForm({ report }: { report: AnnualReportView }) {
  const locked = report.state === 'published'
  return (
    <>
      <Typography.Paragraph type="secondary">
        行政许可、处罚、强制等数据不由本系统的案卷得出，由经办人向有关部门核实后登记，没有发生的填0。
        {locked ? '报告已经发布，数据不再修改。' : ''}
      </Typography.Paragraph>
      {report.figures.map((figure) => (
        <FigureForm key={figure.measure} year={report.year} figure={figure} locked={locked} />
      ))}
    </>
  )
}

function FigureForm({ year, figure, locked }: { year: number; figure: YearlyFigureView; locked: boolean }) {
  const may = useMay()
  const [form] = Form.useForm()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const save = useMutation({
    mutationFn: (body: { value: string; source: string }) =>
      call(annualReports.recordFigure, { params: { year, measure: figure.measure }, body }),
    onError: (error) => showFieldProblems(form, error),
    onSuccess: async () => {
      message.success(`${figure.label}已登记`)
      await queries.invalidateQueries({ queryKey: ['annual-report', String(year)] })
    },
  })
  const disabled = locked || !may('compile-annual-report')
  return (
    <Form
      form={form}
      layout="inline"
      className="figure-form"
      disabled={disabled}
      initialValues={{ value: figure.value ?? '', source: figure.source }}
      onFinish={save.mutate}
    >
      <Form.Item
        name="value"
        label={`${figure.label}（${figure.unit}）`}
        rules={[{ required: true, message: '请填写数值' }]}
      >
        <Input inputMode="decimal" />
      </Form.Item>
      <Form.Item name="source" label="数据来源">
        <Input placeholder="如：财政局提供" />
      </Form.Item>
      <Space>
        {disabled ? null : (
          <Button htmlType="submit" loading={save.isPending}>
            登记
          </Button>
        )}
        <ErrorNote error={save.error} />
      </Space>
    </Form>
  )
}
