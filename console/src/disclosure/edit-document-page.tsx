import { type DocumentFileView, disclosure } from '@mingfu/contract'
import { useMutationState } from '@tanstack/react-query'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { ProblemError } from '../session/call.ts'
import { ContractForm } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Alert, Button, ErrorNote, Flex, PageHead, Spin } from '../ui/index.ts'
import { formOf } from './content-form/form-values.ts'
import { DocumentFields } from './document-fields.tsx'

/** 修改: what has been reviewed or signed starts over, and the page says so before anybody types. */
export default function EditDocumentPage() {
  const { documentId } = useParams({ strict: false }) as { documentId: string }
  const document = useCall(disclosure.get, { params: { documentId } })
  if (document.error !== null) return <ErrorNote error={document.error} />
  if (document.data?.documentId !== documentId) return <Spin />
  return <EditForm key={documentId} latest={document.data} refresh={() => void document.refetch()} />
}

function EditForm({ latest, refresh }: { latest: DocumentFileView; refresh: () => void }) {
  // What is typed belongs to the version that the page opened with, however often it is read again.
  const [opened] = useState(latest)
  const [version, setVersion] = useState(latest.version)
  const navigate = useNavigate()
  const page = `/disclosure/${latest.documentId}`
  useRefreshWhenStale(refresh)
  return (
    <>
      <PageHead
        title={opened.correctsId === null ? '修改政府信息' : '拟写更正'}
        back={<Link to={page}>{opened.content.title}</Link>}
      />
      {['submitted', 'reviewed', 'approved', 'referred'].includes(opened.state) ? (
        <Alert
          type="warning"
          showIcon
          className="below"
          title="保存后，已经作出的审查和签发随之失效，需要重新提交审查。"
        />
      ) : null}
      <ContractForm
        route={disclosure.edit}
        input={{ params: { documentId: latest.documentId } }}
        submit="保存"
        done="已经保存"
        onDone={() => navigate({ to: page })}
        initial={opened.content}
        toBody={(values) => ({ ...values, form: formOf(values.form), version })}
      >
        <DocumentFields isCorrection={opened.correctsId !== null} />
        {latest.version === version ? null : (
          <Alert
            type="warning"
            showIcon
            role="alert"
            className="below"
            title="这条信息刚刚被其他人修改过。您在本页填写的内容都还在。"
            description={
              <Flex wrap gap="small">
                <a href={`/console${page}`} target="_blank" rel="noopener">
                  另开一页查看最新内容
                </a>
                <Button size="small" onClick={() => setVersion(latest.version)}>
                  已经核对，以本页内容为准
                </Button>
              </Flex>
            }
          />
        )}
      </ContractForm>
    </>
  )
}

/** Reads the document again when the server has refused a save because somebody else was faster. */
function useRefreshWhenStale(refresh: () => void): void {
  const refusals = useMutationState({
    filters: { status: 'error', predicate: ({ state }) => isStale(state.error) },
    select: ({ state }) => state.submittedAt,
  })
  const last = refusals.at(-1)
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal, however often the page is drawn
  useEffect(() => {
    if (last !== undefined) refresh()
  }, [last])
}

function isStale(error: unknown): boolean {
  return error instanceof ProblemError && error.problem.code === 'stale-version'
}
