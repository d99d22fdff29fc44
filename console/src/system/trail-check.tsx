import { agencies } from '@mingfu/contract'
import { useMutation } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { Alert, App, Button, ErrorNote } from '../ui/index.ts'
import { FAULTS } from './audit-words.ts'

/** 核对: walks the whole trail and says what is wrong with it. */
export function TrailCheck() {
  const { modal } = App.useApp()
  const check = useMutation({
    mutationFn: () => call(agencies.verifyAudit),
    onSuccess: ({ checked, faults }) => {
      if (faults.length === 0) {
        modal.success({ title: '核对无误', content: `共核对${checked}条，前后相连，没有缺失或者改动。` })
        return
      }
      modal.error({
        title: '审计日志有异常',
        content: (
          <Alert
            type="error"
            title={`共核对${checked}条，发现${faults.length}处异常，请立即报告本机关负责人。`}
            description={faults.map(({ seq, what }) => `第${seq}条${FAULTS[what]}`).join('；')}
          />
        ),
      })
    },
    onError: (error) => modal.error({ title: '没有核对成', content: <ErrorNote error={error} /> }),
  })
  return (
    <Button onClick={() => check.mutate()} loading={check.isPending}>
      核对完整性
    </Button>
  )
}
