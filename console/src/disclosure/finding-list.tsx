import type { ScreeningFindingView } from '@mingfu/contract'
import { LevelTag } from '../screening/level-tag.tsx'
import { Typography } from '../ui/index.ts'

/** 发布前检查 of the text as it is: what was found, where, with the number itself masked. */
export function FindingList({ findings }: { findings: readonly ScreeningFindingView[] }) {
  return (
    <ul>
      {findings.map((finding) => (
        <li key={finding.id}>
          <Finding {...finding} />
        </li>
      ))}
    </ul>
  )
}

export function Finding({ where, message, excerpt, level }: ScreeningFindingView) {
  return (
    <>
      <LevelTag level={level} />
      {where}：{message}
      {excerpt === '' ? null : (
        <Typography.Text type="secondary" className="excerpt">
          　“{excerpt}”
        </Typography.Text>
      )}
    </>
  )
}
