import { type DocumentFileView, disclosure, type RouteContract } from '@mingfu/contract'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type ComponentType, type ReactNode, useState } from 'react'
import type { CallInput } from '../session/call.ts'
import { ContractForm } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Alert, Col, ErrorNote, Flex, Row, Spin } from '../ui/index.ts'
import { LookedAt } from './looked-at.tsx'

/** What is judged is the text as it was opened; `outdated` once somebody has changed it since. */
export type Opened = Readonly<{ file: DocumentFileView; outdated: boolean }>

/** Opens the document of the address for somebody who judges it. */
export function OpenedDocument({ show }: { show: ComponentType<Opened> }) {
  const { documentId } = useParams({ strict: false }) as { documentId: string }
  const document = useCall(disclosure.get, { params: { documentId } })
  if (document.error !== null) return <ErrorNote error={document.error} />
  if (document.data?.documentId !== documentId) return <Spin />
  return <AsOpened key={documentId} latest={document.data} show={show} />
}

function AsOpened({ latest, show: Page }: { latest: DocumentFileView; show: ComponentType<Opened> }) {
  // The answers are about the text that was read here; a later version has to be opened and read.
  const [file] = useState(latest)
  return <Page file={file} outdated={latest.version !== file.version} />
}

/** The text at one side, the form about it at the other; afterwards back to the document. */
export function BesideTheText<Route extends RouteContract>({
  file,
  outdated,
  route,
  submit,
  done,
  children,
}: Opened & Readonly<{ route: Route; submit: string; done: string; children: ReactNode }>) {
  const navigate = useNavigate()
  const { documentId, version } = file
  return (
    <>
      {outdated ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="below"
          title="这条信息刚刚有了变动，您的回答还在本页。请回到信息页核对最新内容后再审查。"
        />
      ) : null}
      <Row gutter={[24, 24]}>
        <Col xs={24} lg={12}>
          <LookedAt file={file} />
        </Col>
        <Col xs={24} lg={12}>
          <ContractForm
            route={route}
            input={{ params: { documentId } } as Omit<CallInput<Route>, 'body'>}
            submit={submit}
            done={done}
            onDone={() => navigate({ to: `/disclosure/${documentId}` })}
            toBody={(values) => ({ ...values, version })}
          >
            <Flex vertical gap="middle" className="below">
              {children}
            </Flex>
          </ContractForm>
        </Col>
      </Row>
    </>
  )
}
