import { type AnnualReportView, annualReports, type ReportFinding } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useMay } from '../session/use-session.ts'
import { Button, dayText, Empty, Input, List, Radio, Tag, Typography } from '../ui/index.ts'

const SEVERITIES = {
  error: { label: '错误', colour: 'error' },
  warning: { label: '提醒', colour: 'warning' },
  info: { label: '提示', colour: 'default' },
} as const

const VERDICTS = { confirmed: '属实', explained: '已说明' } as const

/** 校验结果: what does not tie out, in plain words; a person says by name whether it is true or explained. */
export function FindingsList({ report }: { report: AnnualReportView }) {
  const [judging, setJudging] = useState<ReportFinding>()
  const may = useMay()
  if (report.findings.length === 0) return <Empty description="没有发现问题" />
  const open = report.state !== 'published' && may('publish-annual-report')
  return (
    <>
      <List
        dataSource={report.findings}
        rowKey="fingerprint"
        renderItem={(finding) => (
          <List.Item
            actions={
              open
                ? [
                    <Button key="judge" onClick={() => setJudging(finding)}>
                      {finding.verdict === null ? '判定' : '重新判定'}
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
              description={<Details finding={finding} />}
            />
          </List.Item>
        )}
      />
      {judging === undefined ? null : (
        <VerdictDialog year={report.year} finding={judging} onClose={() => setJudging(undefined)} />
      )}
    </>
  )
}

function Details({ finding }: { finding: ReportFinding }) {
  const { rule, where, message, expected, actual, reason, verdict } = finding
  return (
    <>
      <Typography.Text type="secondary">{rule}</Typography.Text>
      {where === '' || message.includes(where) ? null : <span>　位置：{where}</span>}
      {expected === null ? null : <span>　应为：{expected}</span>}
      {actual === null ? null : <span>　实为：{actual}</span>}
      <div>{reason}</div>
      {verdict === null ? null : (
        <div>
          <Tag color={verdict.kind === 'explained' ? 'success' : 'error'}>{VERDICTS[verdict.kind]}</Tag>
          {verdict.words}（{verdict.by}，{dayText(verdict.on)}）
        </div>
      )}
    </>
  )
}

type DialogProps = Readonly<{ year: number; finding: ReportFinding; onClose: () => void }>

function VerdictDialog({ year, finding, onClose }: DialogProps) {
  const { fingerprint, verdict, message } = finding
  return (
    <FormDialog
      route={annualReports.waive}
      input={{ params: { year } }}
      title="对校验结果作出判定"
      submit="署名判定"
      done="已经判定"
      onDone={onClose}
      onClose={onClose}
      initial={{ verdict: verdict?.kind ?? 'explained', reason: verdict?.words ?? '' }}
      toBody={(values) => ({ ...values, fingerprint })}
    >
      <Typography.Paragraph>{message}</Typography.Paragraph>
      <Field name="verdict" extra="属实的应当改正后再发布；有正当理由的写明理由，不再妨碍发布。">
        <Radio.Group
          options={[
            { value: 'explained', label: '有正当理由' },
            { value: 'confirmed', label: '属实，待改正' },
          ]}
        />
      </Field>
      <Field name="reason">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
    </FormDialog>
  )
}
