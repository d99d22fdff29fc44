import {
  type FormatId,
  REPORT_FORMATS,
  T3_APPLICANT_HEAD,
  T3_CORNER_TEXT,
  T3_GROUPS,
  T3_ORGANISATION_HEAD,
  T4_LITIGATION_HEAD,
} from '@mingfu/law'
import type { ReactNode } from 'react'

/** Draws one cell of the report by its id. */
export type DrawCell = (id: string) => ReactNode

/** 表二: blocks one under another, as the format prints them. */
export function TableTwo({ format, cell }: { format: FormatId; cell: DrawCell }) {
  const { blocks } = REPORT_FORMATS[format].t2
  const width = Math.max(...blocks.map(({ columns }) => columns.length)) + 1
  return (
    <table className="statutory">
      <caption>二、主动公开政府信息情况</caption>
      {blocks.map((block) => (
        <tbody key={block.id}>
          <tr>
            <th colSpan={width} scope="rowgroup" className="clause">
              {block.clause}
            </th>
          </tr>
          <tr>
            <th scope="col">信息内容</th>
            {block.columns.map(({ id, label }) => (
              <th key={id} scope="col" colSpan={block.columns.length === 1 ? width - 1 : 1}>
                {label}
              </th>
            ))}
            {filler(width, block.columns.length)}
          </tr>
          {block.rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.label}</th>
              {block.columns.map((column) => (
                <td key={column.id} colSpan={block.columns.length === 1 ? width - 1 : 1}>
                  {cell(`t2.${row.id}.${column.id}`)}
                </td>
              ))}
              {filler(width, block.columns.length)}
            </tr>
          ))}
        </tbody>
      ))}
    </table>
  )
}

function filler(width: number, columns: number) {
  const rest = width - 1 - columns
  return columns === 1 || rest <= 0 ? null : <td colSpan={rest} />
}

/** 表三: 申请人情况 across, handling results down, with the groups merged as the format prints them. */
export function TableThree({ format, cell }: { format: FormatId; cell: DrawCell }) {
  const { rows, columns } = REPORT_FORMATS[format].t3
  const inResults = rows.filter(({ group }) => group !== null)
  return (
    <table className="statutory">
      <caption>三、收到和处理政府信息公开申请情况</caption>
      <thead>
        <tr>
          <th colSpan={3} rowSpan={3} className="corner">
            {T3_CORNER_TEXT}
          </th>
          <th colSpan={7} scope="colgroup">
            {T3_APPLICANT_HEAD}
          </th>
        </tr>
        <tr>
          <th rowSpan={2} scope="col">
            {columns[0]?.label}
          </th>
          <th colSpan={5} scope="colgroup">
            {T3_ORGANISATION_HEAD}
          </th>
          <th rowSpan={2} scope="col">
            {columns.at(-1)?.label}
          </th>
        </tr>
        <tr>
          {columns.slice(1, -1).map(({ id, label }) => (
            <th key={id} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const group = T3_GROUPS.find(({ id }) => id === row.group)
          const ofGroup = rows.filter((each) => each.group === row.group)
          const ownGroup = group !== undefined && group.id !== 'results' && ofGroup.length > 1
          return (
            <tr key={row.id}>
              {row === inResults[0] ? (
                <th scope="rowgroup" rowSpan={inResults.length} className="group">
                  {T3_GROUPS[0]?.label}
                </th>
              ) : null}
              {ownGroup && ofGroup[0] === row ? (
                <th scope="rowgroup" rowSpan={ofGroup.length} className="group">
                  {group.label}
                </th>
              ) : null}
              <th scope="row" colSpan={group === undefined ? 3 : ownGroup ? 1 : 2} className="label">
                {row.label}
              </th>
              {columns.map((column) => (
                <td key={column.id}>{cell(`t3.${row.id}.${column.id}`)}</td>
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** 表四: reconsideration and litigation, five figures each. */
export function TableFour({ format, cell }: { format: FormatId; cell: DrawCell }) {
  const { blocks, columns } = REPORT_FORMATS[format].t4
  const [review, ...litigation] = blocks
  return (
    <table className="statutory">
      <caption>四、政府信息公开行政复议、行政诉讼情况</caption>
      <thead>
        <tr>
          <th colSpan={columns.length} rowSpan={2} scope="colgroup">
            {review?.label}
          </th>
          <th colSpan={columns.length * litigation.length} scope="colgroup">
            {T4_LITIGATION_HEAD}
          </th>
        </tr>
        <tr>
          {litigation.map(({ id, label }) => (
            <th key={id} colSpan={columns.length} scope="colgroup">
              {label}
            </th>
          ))}
        </tr>
        <tr>
          {blocks.flatMap((block) =>
            columns.map(({ id, label }) => (
              <th key={`${block.id}.${id}`} scope="col">
                {label}
              </th>
            )),
          )}
        </tr>
      </thead>
      <tbody>
        <tr>
          {blocks.flatMap((block) =>
            columns.map(({ id }) => <td key={`${block.id}.${id}`}>{cell(`t4.${block.id}.${id}`)}</td>),
          )}
        </tr>
      </tbody>
    </table>
  )
}
