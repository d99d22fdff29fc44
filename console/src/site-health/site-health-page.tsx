import { HEALTH_GROUP_WORDS, type HealthItemView, type HealthState, siteHealth } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Card,
  dayText,
  ErrorNote,
  Flex,
  PageHead,
  Radio,
  Skeleton,
  Statistic,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { HEALTH_STATES, HealthTag } from './health-state.tsx'
import './site-health.css'

const SHOWN = ['veto', 'fault', 'warning', 'unmeasured', 'good'] as const satisfies readonly HealthState[]

/** 网站健康: every watched indicator as it stands now, what is wrong first, with since when and what to do. */
export default function SiteHealthPage() {
  const health = useCall(siteHealth.show)
  const [{ show = 'open' }, setFilters] = useFilters('show')
  const items = health.data ?? []
  const groups = Object.entries(HEALTH_GROUP_WORDS).map(([group, title]) => ({
    group,
    title,
    items: items.filter((item) => item.group === group && (show === 'all' || item.state !== 'good')),
  }))
  return (
    <>
      <PageHead
        title="网站健康"
        note="对照国办检查指标和信息公开的规则，每次打开即时检查；在网信息和链接每天夜里检查。"
        actions={
          <Gate permission="draft-document">
            <ActButton
              route={siteHealth.start}
              input={{ body: { what: 'documents' } }}
              done="已经开始检查，几分钟后刷新"
            >
              检查在网信息
            </ActButton>
            <ActButton
              route={siteHealth.start}
              input={{ body: { what: 'links' } }}
              done="已经开始检查，几分钟后刷新"
            >
              检查链接
            </ActButton>
          </Gate>
        }
      />
      <ErrorNote error={health.error} />
      {health.data === undefined ? (
        health.isPending ? (
          <Skeleton active />
        ) : null
      ) : (
        <Flex vertical gap="large">
          <Flex wrap gap="middle">
            {SHOWN.map((state) => (
              <Card key={state} size="small" className={`health-count ${state}`}>
                <Statistic
                  title={HEALTH_STATES[state].label}
                  value={items.filter((item) => item.state === state).length}
                  suffix="项"
                />
              </Card>
            ))}
          </Flex>
          <Radio.Group
            value={show}
            onChange={({ target }) => setFilters({ show: target.value as string })}
            options={[
              { value: 'open', label: '需要处理的' },
              { value: 'all', label: '全部' },
            ]}
            optionType="button"
          />
          {groups.every((group) => group.items.length === 0) ? (
            <Card>
              <Typography.Text>各项都正常。</Typography.Text>
            </Card>
          ) : null}
          {groups
            .filter((group) => group.items.length > 0)
            .map((group) => (
              <section key={group.group} aria-labelledby={`health-${group.group}`}>
                <h2 className="section-head" id={`health-${group.group}`}>
                  {group.title}
                </h2>
                <Flex vertical gap="small">
                  {group.items.map((item) => (
                    <Item key={item.rule} item={item} />
                  ))}
                </Flex>
              </section>
            ))}
        </Flex>
      )}
    </>
  )
}

function Item({ item }: { item: HealthItemView }) {
  const { label, state, figure, since, remedy, text, basis, findings, count, rule } = item
  const isOpen = state !== 'good' && state !== 'unmeasured'
  return (
    <Card size="small" className={`health-item ${state}`}>
      <Flex wrap gap="small" align="baseline" justify="space-between">
        <Flex gap="small" align="baseline">
          <HealthTag state={state} />
          <strong>{label}</strong>
        </Flex>
        <Typography.Text type="secondary">{figure}</Typography.Text>
      </Flex>
      <Typography.Paragraph type="secondary" className="health-rule">
        {rule}　{text}
        {basis === '' ? '' : `（${basis}）`}
      </Typography.Paragraph>
      {isOpen ? (
        <Typography.Paragraph>
          {since === null ? '' : `自${dayText(since)}起。`}办法：{remedy}。
        </Typography.Paragraph>
      ) : null}
      {findings.length === 0 ? null : (
        <details open={findings.length <= 5}>
          <summary>{count}处</summary>
          <ul className="health-findings">
            {findings.map((finding) => (
              <li key={`${finding.href} ${finding.text}`}>
                <Link to={finding.href}>{finding.text}</Link>
                {finding.since === null ? null : (
                  <Typography.Text type="secondary">　{dayText(finding.since)}起</Typography.Text>
                )}
              </li>
            ))}
          </ul>
          {count > findings.length ? <div>其余{count - findings.length}处，处理后依次列出。</div> : null}
        </details>
      )}
    </Card>
  )
}
