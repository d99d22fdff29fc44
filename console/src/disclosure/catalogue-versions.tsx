import { type CatalogueVersionView, catalogue } from '@mingfu/contract'
import { Link } from '@tanstack/react-router'
import { ActButton } from '../session/act-button.tsx'
import { Gate } from '../session/gate.tsx'
import { Alert, Card, Flex, LinkButton, momentText, Typography } from '../ui/index.ts'
import { VERSION_STATES } from './duty-words.ts'

const MADE = { file: '导入', starter: '从起步目录建立', edit: '在线修改' } as const

/** A version that waits for its approval: to be looked at, changed, approved or given up. */
export function WaitingVersion({
  draft,
  isShown,
}: {
  draft: CatalogueVersionView | undefined
  isShown: boolean
}) {
  if (draft === undefined) return null
  const { catalogue: id, version, entries, madeBy, source } = draft
  return (
    <Alert
      type="info"
      showIcon
      className="below"
      title={`第${version}版（${entries}项，${madeBy}${MADE[source]}）等待批准。`}
      description={isShown ? '下面显示的就是这一版，可以逐项修改；批准后施行并公开。' : undefined}
      action={
        <Flex wrap gap="small">
          {isShown ? null : (
            <LinkButton
              size="small"
              to="/disclosure/duties"
              search={{ catalogue: id, version: String(version) }}
            >
              查看和修改
            </LinkButton>
          )}
          <Gate permission="edit-guide">
            <ActButton
              size="small"
              route={catalogue.discard}
              input={{ params: { catalogue: id }, body: { version } }}
              confirm={{
                title: `放弃第${version}版？`,
                content: '现行版本不变，这一版留作记录。',
                okText: '放弃',
              }}
              done="已经放弃"
            >
              放弃
            </ActButton>
          </Gate>
          <Gate permission="approve-document">
            <ActButton
              size="small"
              type="primary"
              route={catalogue.approve}
              input={{ params: { catalogue: id }, body: { version } }}
              confirm={{
                title: `批准第${version}版？`,
                content: '即时施行并在门户公开，替换现行版本。',
                okText: '批准',
              }}
              done="目录已经批准"
            >
              批准
            </ActButton>
          </Gate>
        </Flex>
      }
    />
  )
}

/** 版本: how each came to be, and who approved it. */
export function VersionHistory({ versions }: { versions: readonly CatalogueVersionView[] }) {
  if (versions.length === 0) return null
  return (
    <Card title="版本" className="above">
      {versions.map((each) => (
        <Typography.Paragraph key={each.version}>
          <Link
            to="/disclosure/duties"
            search={{ catalogue: each.catalogue, version: String(each.version) } as never}
          >
            第{each.version}版
          </Link>
          （{stateOf(each)}，{each.entries}项）：{each.madeBy}于{momentText(each.madeAt)}
          {each.source === 'file' ? `自“${each.fileName}”导入` : MADE[each.source]}
          {each.approvedAt === null ? '' : `，${each.approvedBy}于${momentText(each.approvedAt)}批准`}
        </Typography.Paragraph>
      ))}
    </Card>
  )
}

function stateOf({ state, approvedAt }: CatalogueVersionView): string {
  return state === 'superseded' && approvedAt === null ? '没有批准' : VERSION_STATES[state]
}
