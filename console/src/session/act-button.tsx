import type { RouteContract } from '@mingfu/contract'
import type { ReactNode } from 'react'
import { App, Button, type ButtonProps, ErrorNote } from '../ui/index.ts'
import type { CallInput } from './call.ts'
import { type ActOptions, useAct } from './use-call.ts'

type Props<Route extends RouteContract> = ActOptions<Route> &
  Readonly<{
    route: Route
    input: CallInput<Route>
    /** Asked before; an act that takes something away says what it takes. */
    confirm?: Readonly<{ title: string; content?: ReactNode; okText?: string }>
    children: ReactNode
  }> &
  Pick<ButtonProps, 'type' | 'danger' | 'size' | 'disabled' | 'icon'>

/** A button that does one thing, after asking; when the server says no, a dialog says why, with the article. */
export function ActButton<Route extends RouteContract>(props: Props<Route>) {
  const { route, input, confirm, children, done, onDone, ...button } = props
  const { modal } = App.useApp()
  const act = useAct(route, { ...(done ? { done } : {}), ...(onDone ? { onDone } : {}) })
  const run = () =>
    act.mutateAsync(input).then(
      () => undefined,
      (error) =>
        void modal.error({ title: '没有办成', content: <ErrorNote error={error} />, okText: '知道了' }),
    )
  const ask = () => {
    if (confirm === undefined) return void run()
    modal.confirm({
      ...confirm,
      okText: confirm.okText ?? '确定',
      okButtonProps: { danger: button.danger === true },
      onOk: run,
    })
  }
  return (
    <Button {...button} loading={act.isPending} onClick={ask}>
      {children}
    </Button>
  )
}
