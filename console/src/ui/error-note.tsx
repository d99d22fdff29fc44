import { Alert } from 'antd'
import { ProblemError } from '../session/call.ts'

/** What went wrong and what to do, with the article when the law said no. */
export function ErrorNote({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const problem = error instanceof ProblemError ? error.problem : undefined
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={problem?.title ?? '没有连上服务器，请检查网络后再试'}
      description={problem?.basis ? `依据：${problem.basis}` : undefined}
    />
  )
}
