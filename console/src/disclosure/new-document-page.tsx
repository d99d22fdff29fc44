import { disclosure } from '@mingfu/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { ContractForm } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { PageHead, Spin } from '../ui/index.ts'
import { formOf } from './content-form/form-values.ts'
import { DocumentFields } from './document-fields.tsx'

/** 拟制: open is the norm, so a new draft begins as 主动公开. */
export default function NewDocumentPage() {
  const { data: me } = useSession()
  const navigate = useNavigate()
  if (me === undefined) return <Spin />
  return (
    <>
      <PageHead
        title="拟制政府信息"
        back={<Link to="/disclosure">政府信息</Link>}
        note="先存为草稿；附件在保存之后上传，核对无误再提交审查。"
      />
      <ContractForm
        route={disclosure.draft}
        submit="保存草稿"
        done="草稿已经保存"
        onDone={({ documentId }) => navigate({ to: `/disclosure/${documentId}` })}
        toBody={(values) => ({ ...values, form: formOf(values.form) })}
        initial={{
          issuer: me.agency.name,
          source: me.agency.name,
          writtenOn: me.today,
          attribute: 'proactive',
          keyAreas: [],
          keywords: [],
          origin: 'made',
        }}
      >
        <DocumentFields />
      </ContractForm>
    </>
  )
}
