import { Card, Descriptions, Empty, Flex, Grid, Pagination, Skeleton, Table } from 'antd'
import { type ReactNode, useState } from 'react'
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
  /** So many rows are drawn at once of a list that has come whole; the rest by page. */
  atOnce?: number
}>

/** A list from the server: a table at a desk, cards on a phone, so that nothing scrolls sideways. */
export function QueryTable<Row extends object>(props: Props<Row>) {
  const { query, rows: all, empty, atOnce } = props
  const [page, setPage] = useState(1)
  const wide = Grid.useBreakpoint().lg ?? true
  if (query.error !== null && query.error !== undefined) return <ErrorNote error={query.error} />
  if (all === undefined) return <Skeleton active paragraph={{ rows: 6 }} title={false} />
  const here = atOnce === undefined ? undefined : pageOf(all, page, atOnce)
  const rows = here?.rows ?? all
  const paging = here === undefined ? props.paging : { ...here, onPage: setPage }
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

/** A page of a list that has come whole; a page past its end, because the list was narrowed, is its last. */
function pageOf<Row>(all: readonly Row[], asked: number, size: number) {
  const page = Math.max(1, Math.min(asked, Math.ceil(all.length / size)))
  return { rows: all.slice((page - 1) * size, page * size), page, size, total: all.length }
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
