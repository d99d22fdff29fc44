import { calendar } from '@mingfu/contract'
import { useState } from 'react'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Alert, Button, dayText, Flex, PageHead, QueryTable, Tag } from '../ui/index.ts'
import { ImportNoticeDialog } from './import-notice-dialog.tsx'
import { SPAN_COLUMNS } from './span-columns.tsx'

/** 工作日历: what every deadline is counted by, with the notices it rests on. */
export default function CalendarPage() {
  const { data: me } = useSession()
  const [year, setYear] = useState(Number(me?.today.slice(0, 4)))
  const [importing, setImporting] = useState(false)
  const shown = useCall(calendar.year, { params: { year } })
  const { provisional, workingDays, knownThrough } = shown.data ?? {}
  return (
    <>
      <PageHead
        title="工作日历"
        note="答复期限按国务院办公厅每年的放假安排通知计算；还没有通知的年度，期限标为暂定。"
        actions={
          <Gate permission="manage-agency">
            <Button type="primary" onClick={() => setImporting(true)}>
              导入放假安排通知
            </Button>
          </Gate>
        }
      />
      <Flex gap="small" wrap align="center" className="below">
        <Button onClick={() => setYear(year - 1)} disabled={year <= 2004}>
          上一年
        </Button>
        <strong>{year}年</strong>
        <Button onClick={() => setYear(year + 1)}>下一年</Button>
        {workingDays === undefined ? null : <span>共{workingDays}个工作日</span>}
        {provisional ? <Tag color="warning">暂定</Tag> : null}
      </Flex>
      {provisional ? (
        <Alert
          type="info"
          showIcon
          className="below"
          title={`已经收录的放假安排到${dayText(knownThrough ?? null)}为止。这一年的通知公布后请及时导入，在办申请的期限会重新计算。`}
        />
      ) : null}
      <QueryTable
        query={shown}
        rows={shown.data?.spans}
        columns={SPAN_COLUMNS}
        rowKey={({ from, kind }) => `${from} ${kind}`}
        empty="这一年还没有放假安排通知，按周一至周五暂算。"
      />
      {importing ? (
        <ImportNoticeDialog
          onClose={() => setImporting(false)}
          onImported={(imported) => {
            setImporting(false)
            setYear(imported)
          }}
        />
      ) : null}
    </>
  )
}
