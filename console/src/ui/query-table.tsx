import { Card, Descriptions, Empty, Flex, Grid, Pagination, Skeleton, Table } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNote } from './error-note.tsx'

export type Column<Row> = Readonly<{
  title: string
  cell: (row: Row) => ReactNode
  width?: number | string
  align?: 'left' | 'right'
}>

type Props<Row> = Readonly<{
  /** The call behind the list: its error is shown, its wait drawn. */
  query: Readonly<{ isPending: boolean; isFetching?: boolean; error: unknown }>
  rows: readonly Row[] | undefined
  /** The first column names the row: it heads the card on a phone. */
  columns: readonly Column<Row>[]
  rowKey: (row: Row) => string
  /** What an empty list means, and what to do. */
  empty: ReactNode
  paging?: Readonly<{ page: number; size: number; total: number; onPage: (page: number) => void }>
}>

/** A list from the server: a table at a desk, cards on a phone, so that nothing scrolls sideways. */
export function QueryTable<Row extends object>(props: Props<Row>) {
  const { query, rows, empty, paging } = props
  const wide = Grid.useBreakpoint().lg ?? true
  if (query.error !== null && query.error !== undefined) return <ErrorNote error={query.error} />
  if (rows === undefined) return <Skeleton active paragraph={{ rows: 6 }} title={false} />
  return (
    <Flex vertical gap="middle">
      {rows.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />
      ) : wide ? (
        <DeskTable {...props} rows={rows} />
      ) : (
        <PhoneCards {...props} rows={rows} />
      )}
      {paging !== undefined && paging.total > paging.size ? (
        <Pagination
          current={paging.page}
          pageSize={paging.size}
          total={paging.total}
          onChange={paging.onPage}
          showSizeChanger={false}
          responsive
          align="end"
          showTotal={(total) => `共${total}条`}
        />
      ) : null}
    </Flex>
  )
}

type Filled<Row> = Props<Row> & Readonly<{ rows: readonly Row[] }>

function DeskTable<Row extends object>({ query, rows, columns, rowKey }: Filled<Row>) {
  return (
    <Table
      rowKey={rowKey}
      dataSource={rows}
      loading={query.isPending}
      pagination={false}
      columns={columns.map(({ title, cell, width, align }) => ({
        key: title,
        title,
        render: (_: unknown, row: Row) => cell(row),
        ...(width === undefined ? {} : { width }),
        ...(align === undefined ? {} : { align }),
      }))}
    />
  )
}

function PhoneCards<Row extends object>({ rows, columns, rowKey }: Filled<Row>) {
  const [head, ...rest] = columns
  return (
    <ul className="cards">
      {rows.map((row) => (
        <li key={rowKey(row)}>
          <Card size="small" title={head?.cell(row)}>
            <Descriptions
              column={1}
              size="small"
              items={rest.map(({ title, cell }) => ({
                key: title,
                label: title,
                children: <div>{cell(row)}</div>,
              }))}
            />
          </Card>
        </li>
      ))}
    </ul>
  )
}
