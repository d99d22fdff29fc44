import { type AnnualReportView, annualReports, type ReportFinding } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../session/call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, Empty, ErrorNote, Form, Input, List, Modal, Tag, Typography } from '../ui/index.ts'

const SEVERITIES = {
  error: { label: '错误', colour: 'error' },
  warning: { label: '提醒', colour: 'warning' },
  info: { label: '提示', colour: 'default' },
} as const

/** 校验结果: what does not tie out, in plain words; a person may answer for it by name. */
export function FindingsList({ report }: { report: AnnualReportView }) {
  const [waiving, setWaiving] = useState<ReportFinding>()
  const may = useMay()
  if (report.findings.length === 0) return <Empty description="没有发现问题" />
  return (
    <>
      <List
        dataSource={report.findings}
        rowKey={({ rule, cells }) => `${rule} ${cells.join()}`}
        renderItem={(finding) => (
          <List.Item
            actions={
              finding.waivedBy === null && report.state !== 'published' && may('publish-annual-report')
                ? [
                    <Button key="waive" onClick={() => setWaiving(finding)}>
                      说明
                    </Button>,
                  ]
                : []
            }
          >
            <List.Item.Meta
              title={
                <>
                  <Tag color={SEVERITIES[finding.severity].colour}>{SEVERITIES[finding.severity].label}</Tag>
                  {finding.message}
                </>
              }
              description={
                <>
                  <Typography.Text type="secondary">{finding.rule}</Typography.Text>
                  {finding.expected === null ? null : <span>　应为：{finding.expected}</span>}
                  {finding.actual === null ? null : <span>　实为：{finding.actual}</span>}
                  {finding.waivedBy === null ? null : (
                    <div>
                      {finding.waivedBy.name}说明：{finding.waivedBy.reason}
                    </div>
                  )}
                </>
              }
            />
          </List.Item>
        )}
      />
      {waiving === undefined ? null : (
        <WaiveDialog year={report.year} finding={waiving} onClose={() => setWaiving(undefined)} />
      )}
    </>
  )
}

function WaiveDialog({
  year,
  finding,
  onClose,
}: {
  year: number
  finding: ReportFinding
  onClose: () => void
}) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const waive = useMutation({
    mutationFn: ({ reason }: { reason: string }) =>
      call(annualReports.waive, {
        params: { year },
        body: { rule: finding.rule, cells: finding.cells, reason },
      }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['annual-report', String(year)] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title="对校验结果作出说明"
      okText="署名说明"
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={waive.isPending}
    >
      <Typography.Paragraph>{finding.message}</Typography.Paragraph>
      <Form form={form} layout="vertical" onFinish={waive.mutate}>
        <Form.Item
          name="reason"
          label="理由"
          rules={[{ required: true, min: 5, message: '请写明理由，不少于5个字' }]}
        >
          <Input.TextArea autoSize={{ minRows: 3 }} />
        </Form.Item>
      </Form>
      <ErrorNote error={waive.error} />
    </Modal>
  )
}
