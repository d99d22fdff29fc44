import { type SelfCheckView, siteHealth } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { urlOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Button, dayText, Flex, Input, momentText, PageHead, QueryTable, Tag } from '../ui/index.ts'

const QUARTERS = ['一', '二', '三', '四']

/** 季度自查: made from what the site shows today, signed, and kept as it was. */
export default function SelfChecksPage() {
  const checks = useCall(siteHealth.selfChecks)
  const { data: me } = useSession()
  const [making, setMaking] = useState<Readonly<{ year: number; quarter: number; remarks: string }>>()
  const today = me?.today ?? ''
  const now = { year: Number(today.slice(0, 4)), quarter: Math.ceil(Number(today.slice(5, 7)) / 3) }
  const current = checks.data?.find(({ year, quarter }) => year === now.year && quarter === now.quarter)
  return (
    <>
      <PageHead
        title="季度自查"
        note="按网站健康的现状生成，由负责人签字；签字以后不再改动。"
        actions={
          current?.signedAt == null ? (
            <Gate permission="record-activity">
              <Button type="primary" onClick={() => setMaking({ ...now, remarks: current?.remarks ?? '' })}>
                {current === undefined ? '生成' : '重新生成'}
                {now.year}年第{QUARTERS[now.quarter - 1]}季度自查
              </Button>
            </Gate>
          ) : undefined
        }
      />
      <QueryTable
        query={checks}
        rows={checks.data}
        rowKey={({ number }) => number}
        empty="还没有自查。"
        columns={[
          {
            title: '季度',
            cell: ({ year, quarter, number }) => (
              <>
                {year}年第{QUARTERS[quarter - 1]}季度
                <div>{number}</div>
              </>
            ),
          },
          { title: '检查日期', cell: ({ checkedOn }) => dayText(checkedOn) },
          { title: '结果', cell: Result },
          {
            title: '签字',
            cell: ({ signedAt, signedBy, madeBy }) => (
              <>
                <div>填报：{madeBy}</div>
                {signedAt === null ? <Tag>未签字</Tag> : `${signedBy}，${momentText(signedAt)}`}
              </>
            ),
          },
          { title: '办理', cell: Acts },
        ]}
      />
      {making === undefined ? null : (
        <FormDialog
          route={siteHealth.makeSelfCheck}
          input={{ params: { year: making.year, quarter: making.quarter } }}
          title={`${making.year}年第${QUARTERS[making.quarter - 1]}季度自查`}
          initial={{ remarks: making.remarks }}
          submit="生成"
          done="自查已经生成"
          onDone={() => setMaking(undefined)}
          onClose={() => setMaking(undefined)}
        >
          <Field name="remarks" extra="对发现的问题怎样整改、由谁负责、什么时候完成；附在报告后面。">
            <Input.TextArea autoSize={{ minRows: 4 }} maxLength={4000} />
          </Field>
        </FormDialog>
      )}
    </>
  )
}

function Result({ vetoes, faults, warnings }: SelfCheckView) {
  return (
    <Flex wrap gap="small">
      {vetoes === 0 ? null : <Tag color="error">单项否决{vetoes}项</Tag>}
      {faults === 0 ? null : <Tag color="error">不合格{faults}项</Tag>}
      {warnings === 0 ? null : <Tag color="warning">提醒{warnings}项</Tag>}
      {vetoes + faults + warnings === 0 ? <Tag color="success">没有发现问题</Tag> : null}
    </Flex>
  )
}

function Acts({ year, quarter, version, signedAt }: SelfCheckView) {
  const params = { year, quarter }
  return (
    <Flex wrap gap="small">
      <Button size="small" href={urlOf(siteHealth.selfCheckFile, { params, query: { type: 'pdf' } })}>
        PDF
      </Button>
      <Button size="small" href={urlOf(siteHealth.selfCheckFile, { params, query: { type: 'docx' } })}>
        Word
      </Button>
      {signedAt === null ? (
        <Gate permission="lead-office">
          <ActButton
            size="small"
            type="primary"
            route={siteHealth.signSelfCheck}
            input={{ params, body: { version } }}
            confirm={{ title: '签字？', content: '签字以后，这份自查不能再改动。', okText: '签字' }}
            done="已经签字"
          >
            签字
          </ActButton>
        </Gate>
      ) : null}
    </Flex>
  )
}
