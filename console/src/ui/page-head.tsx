import { Flex, Typography } from 'antd'
import type { ReactNode } from 'react'

/** Title of a page, with what can be done on it at the right; wraps on a phone. */
export function PageHead({ title, note, actions }: { title: string; note?: ReactNode; actions?: ReactNode }) {
  return (
    <Flex wrap gap="small" justify="space-between" align="end" className="page-head">
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
  )
}
