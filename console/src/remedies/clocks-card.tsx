import type { DisputeClockView } from '@mingfu/contract'
import { Card, dayText, Empty, Flex, Statute, Tag, Typography } from '../ui/index.ts'

const WHOSE = { ours: '本机关', organ: '审理机关', next: '下一审级' } as const

const STATES = {
  running: { text: '计算中', color: 'processing' },
  stopped: { text: '中止', color: 'default' },
  met: { text: '按期', color: 'success' },
  late: { text: '逾期', color: 'error' },
  void: { text: '已审结，不再计算', color: 'default' },
} as const satisfies Record<DisputeClockView['state'], { text: string; color: string }>

/** 期限: every period of the case, from which day it runs, until when, and by which article. */
export function ClocksCard({ clocks }: { clocks: readonly DisputeClockView[] }) {
  return (
    <Card title="期限">
      {clocks.length === 0 ? (
        <Empty
          image={Empty.PRESENTED_IMAGE_SIMPLE}
          description="登记收到副本、受理立案的日期后，期限由此起算。"
        />
      ) : (
        <Flex vertical gap="middle">
          {clocks.map(({ label, whose, from, fromText, dueOn, provisional, metOn, state, basis }) => (
            <div key={label}>
              <Flex wrap gap="small" align="center">
                <strong>{label}</strong>
                <Tag>{WHOSE[whose]}</Tag>
                <Tag color={STATES[state].color}>{STATES[state].text}</Tag>
              </Flex>
              <div>
                {dayText(dueOn)}届满{provisional ? '（暂定）' : ''}
                {metOn === null ? '' : `，${dayText(metOn)}完成`}
              </div>
              <Typography.Text type="secondary">
                自{fromText}（{dayText(from)}）起算　
                <Statute of={basis} />
              </Typography.Text>
            </div>
          ))}
        </Flex>
      )}
    </Card>
  )
}
