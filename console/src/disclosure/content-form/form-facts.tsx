import type { DocumentFileView } from '@mingfu/contract'
import { CONTENT_KINDS, type ContentForm, formFields, formValue, shownFields } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { Card, Descriptions, ScrollBox, Typography } from '../../ui/index.ts'

/** 内容表单 as readers will see it, and what only the office sees. */
export function FormFacts({ file }: { file: DocumentFileView }) {
  const { kind } = file.content
  const form = file.content.form as ContentForm
  const fields = shownFields(kind, form)
  const facts = fields.filter(({ table }) => table === null)
  const own = formFields(kind).filter(([name, { internal }]) => internal && form[name] !== undefined)
  if (fields.length + own.length === 0) return null
  return (
    <Card title={`${CONTENT_KINDS[kind].label}的内容`}>
      {facts.length + own.length === 0 ? null : (
        <Descriptions
          size="small"
          column={1}
          items={[
            ...facts.map(({ name, label, text }) => ({ key: name, label, children: <Lines text={text} /> })),
            ...own.map(([name, { label }]) => ({
              key: name,
              label: `${label}（内部）`,
              children: formValue(form, name),
            })),
          ]}
        />
      )}
      {fields.map(({ name, label, table }) =>
        table === null ? null : (
          <ScrollBox key={name} label={label}>
            <table className="form-rows">
              <caption>{label}</caption>
              <thead>
                <tr>
                  {table.head.map((column) => (
                    <th key={column.name} scope="col">
                      {column.label}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {table.rows.map((row, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: rows of a form that is only shown
                  <tr key={index}>
                    {row.map((text, at) => (
                      <td key={table.head[at]?.name}>
                        {table.head[at]?.type === 'document' ? (
                          <Named id={text} file={file} />
                        ) : (
                          <Lines text={text} />
                        )}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </ScrollBox>
        ),
      )}
    </Card>
  )
}

function Named({ id, file }: { id: string; file: DocumentFileView }) {
  const named = file.references.find(({ documentId }) => documentId === id)
  if (named === undefined) return <Typography.Text type="danger">没有这件文件</Typography.Text>
  return (
    <>
      <Link to={`/disclosure/${id}`}>{named.title}</Link>
      {named.published ? null : <Typography.Text type="warning">（没有公开）</Typography.Text>}
    </>
  )
}

function Lines({ text }: { text: string }) {
  return <span className="lines">{text}</span>
}
