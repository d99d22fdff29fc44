import { type Citation, citationText } from '@mingfu/law'
import { Typography } from 'antd'

/** 依据: the article that something rests on, as every page shows it. */
export function Statute({ of }: { of: Citation | string | null }) {
  if (of === null) return null
  return (
    <Typography.Text type="secondary">依据：{typeof of === 'string' ? of : citationText(of)}</Typography.Text>
  )
}
