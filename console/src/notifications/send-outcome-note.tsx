import type { SendOutcome } from '@mingfu/contract'
import { Alert } from '../ui/index.ts'

/** What became of a message that was tried at once. */
export function SendOutcomeNote({ outcome: { state, reference, error } }: { outcome: SendOutcome }) {
  return state === 'sent' ? (
    <Alert
      type="success"
      showIcon
      role="status"
      title="发送服务已经受理，请查收"
      description={reference ? `回执：${reference}` : undefined}
    />
  ) : (
    <Alert
      type="error"
      showIcon
      role="alert"
      title="没有发出"
      description={error ?? '发送服务没有说明原因，请查看提醒记录'}
    />
  )
}
