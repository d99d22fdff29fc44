import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

type Props = Readonly<{
  title: string
  note?: ReactNode
  actions?: ReactNode
  /** A link to the list that this page belongs to, above the title. */
  back?: ReactNode
}>

/** Title of a page, with what can be done on it at the right; wraps on a phone. */
export function PageHead({ title, note, actions, back }: Props) {
  return (
    <header className="page-head">
      {back === undefined ? null : <div className="page-back">{back}</div>}
      <Flex wrap gap="small" justify="space-between" align="end">
        <div>
          <Typography.Title level={1}>{title}</Typography.Title>
          {note === undefined ? null : <Typography.Text type="secondary">{note}</Typography.Text>}
        </div>
        {actions === undefined ? null : (
          <Flex wrap gap="small">
            {actions}
          </Flex>
        )}
      </Flex>
    </header>
  )
}
