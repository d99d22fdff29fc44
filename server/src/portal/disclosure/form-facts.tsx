import { type ShownField, shownFields } from '@mingfu/law'
import type { Agency } from '../../services/agencies/find-agency.ts'
import type { PublishedDocument } from '../../services/disclosure/find-published-document.ts'
import { documentPath } from './item-list.tsx'

type Props = Readonly<{ document: PublishedDocument; agency: Agency }>
type TableField = ShownField & Readonly<{ table: NonNullable<ShownField['table']> }>

/** 内容表单 of a document: its facts as a definition table, its tables below. */
export function FormFacts({ document, agency }: Props) {
  const { kind, form } = document.content
  const fields = shownFields(kind, form)
  const facts = fields.filter(({ table }) => table === null)
  const tables = fields.filter((field): field is TableField => field.table !== null)
  if (fields.length === 0) return null
  return (
    <>
      {facts.length > 0 && (
        <table class="meta facts-table">
          <caption class="sr">主要内容</caption>
          <tbody>
            {facts.map(({ label, text }) => (
              <tr>
                <th scope="row">{label}</th>
                <td>
                  <Lines text={text} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {tables.map((field) => (
        <RowsTable field={field} document={document} agency={agency} />
      ))}
    </>
  )
}

function RowsTable({ field: { label, table }, document, agency }: Props & { field: TableField }) {
  return (
    <section class="scroll" aria-label={label} tabindex={0}>
      <table class="grid rows-table">
        <caption>{label}</caption>
        <thead>
          <tr>
            {table.head.map(({ label: title }) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr>
              {row.map((text, at) => {
                const { type, label: title } = table.head[at] ?? { type: 'line', label: '' }
                return (
                  <td data-label={title} class={NUMBERS.has(type) ? 'num' : undefined}>
                    {text !== '' && (
                      <span>
                        {type === 'document' ? (
                          <Named id={text} document={document} agency={agency} />
                        ) : (
                          <Lines text={text} />
                        )}
                      </span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const NUMBERS: ReadonlySet<string> = new Set(['number', 'wan-yuan'])

/** A document by its title; one that is public no longer is said to be so. */
function Named({ id, document, agency }: Props & { id: string }) {
  const named = document.references.find(({ documentId }) => documentId === id)
  if (named === undefined) return <span class="muted">（已撤回）</span>
  const { title, documentNumber } = named
  return (
    <a href={documentPath(agency, id)}>
      {title}
      {documentNumber !== null && `（${documentNumber}）`}
    </a>
  )
}

/** Lines as they were written. */
function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  )
}
