import type { PlacedFindingView } from '@mingfu/contract'
import { Alert, Typography } from '../ui/index.ts'
import { LevelTag } from './level-tag.tsx'

type Props = Readonly<{
  findings: readonly PlacedFindingView[]
  unread: readonly Readonly<{ where: string; why: string }>[]
}>

/** What was found, layer by layer, and what was not looked at. */
export function ScreeningResult({ findings, unread }: Props) {
  const places = [...new Set(findings.map(({ where }) => where))]
  return (
    <>
      {findings.length === 0 ? (
        <Alert type="success" showIcon className="below" title="没有发现问题" />
      ) : (
        places.map((where) => (
          <section key={where} className="below">
            <Typography.Text strong>{where}</Typography.Text>
            <ul className="finding-list">
              {findings
                .filter((finding) => finding.where === where)
                .map((finding) => (
                  <li key={finding.id}>
                    <LevelTag level={finding.level} />
                    {finding.message}
                    {finding.excerpt === '' ? null : (
                      <Typography.Text type="secondary" className="excerpt">
                        　“{finding.excerpt}”
                      </Typography.Text>
                    )}
                  </li>
                ))}
            </ul>
          </section>
        ))
      )}
      {unread.map(({ where, why }) => (
        <Alert key={`${where}${why}`} type="warning" showIcon className="below" title={`${where}：${why}`} />
      ))}
    </>
  )
}
