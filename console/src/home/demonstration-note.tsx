import { agencies } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { Alert } from '../ui/index.ts'

/** 示范数据: for the system administrator, as long as invented people may sign in. */
export function DemonstrationNote() {
  const { data } = useCall(agencies.demonstration)
  if (data === undefined || data === null) return null
  const { organs, accounts, unchanged, isLive } = data
  return (
    <Alert
      type={isLive ? 'warning' : 'info'}
      showIcon
      title={isLive ? '正式使用的系统里还有示范数据' : '这里是示范数据，机关、人员和信息都是虚构的'}
      description={
        <>
          {organs.length === 0 ? '' : `示范机关：${organs.join('、')}。`}
          示范账户{accounts}个可以登录，其中{unchanged}个还在用启动时输出的密码。
          {isLive && accounts > 0 ? (
            <>
              请在<Link to="/agencies/staff">工作人员</Link>中停用示范账户。
            </>
          ) : null}
          {isLive ? '示范机关的信息还在门户上，正式' : '正式'}
          使用应当换用新的数据目录（MINGFU_HOME），不要在示范数据上办理真实事项。
        </>
      }
    />
  )
}
