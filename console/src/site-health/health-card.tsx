import { siteHealth } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { Card, Flex, LinkButton } from '../ui/index.ts'
import { HealthTag } from './health-state.tsx'

const SHOWN = 5

/** 工作台上的网站健康: what needs something now, the gravest first; nothing when all is well. */
export function HealthCard() {
  const items = useCall(siteHealth.show).data ?? []
  const open = (['veto', 'fault', 'warning'] as const).flatMap((state) =>
    items.filter((item) => item.state === state),
  )
  if (open.length === 0) return null
  return (
    <Card
      title={`网站健康：${open.length}项需要处理`}
      extra={
        <LinkButton size="small" to="/site-health">
          全部
        </LinkButton>
      }
    >
      <Flex vertical gap="small">
        {open.slice(0, SHOWN).map(({ rule, state, label, findings, count, remedy }) => (
          <div key={rule}>
            <HealthTag state={state} />{' '}
            <Link to={findings[0]?.href ?? '/site-health'}>{findings[0]?.text ?? label}</Link>
            {count > 1 ? `，等${count}处` : ''}。{remedy}。
          </div>
        ))}
      </Flex>
    </Card>
  )
}
