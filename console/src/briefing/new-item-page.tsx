import { briefing } from '@mingfu/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { ContractForm } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { PageHead, Spin } from '../ui/index.ts'
import { ItemFields, withMoment } from './item-fields.tsx'

/** 起草政务信息. */
export default function NewItemPage() {
  const { data: me } = useSession()
  const navigate = useNavigate()
  if (me === undefined) return <Spin />
  return (
    <>
      <PageHead
        title="起草政务信息"
        back={<Link to="/briefing">信息报送</Link>}
        note="涉密内容不得在本系统起草、存储，请按保密规定报送。"
      />
      <ContractForm
        route={briefing.draft}
        submit="保存草稿"
        done="草稿已经保存"
        initial={{ author: me.name, kind: 'news' }}
        toBody={withMoment}
        onDone={({ itemId }) => navigate({ to: `/briefing/${itemId}` })}
      >
        <ItemFields />
      </ContractForm>
    </>
  )
}
