import { briefing } from '@mingfu/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { ContractForm } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { PageHead, Spin } from '../ui/index.ts'
import { BulletinFields } from './bulletin-fields.tsx'

/** 编一期, with the last issue's heading to begin with. */
export default function NewBulletinPage() {
  const { data: me } = useSession()
  const bulletins = useCall(briefing.bulletins)
  const navigate = useNavigate()
  if (me === undefined || bulletins.data === undefined) return <Spin />
  const [last] = bulletins.data
  return (
    <>
      <PageHead title="编期刊" back={<Link to="/briefing/bulletins">期刊</Link>} />
      <ContractForm
        route={briefing.draftBulletin}
        submit="生成清样"
        done="清样已经生成，请领导签发"
        initial={{
          paper: last?.paper ?? `${me.agency.name}政务信息`.slice(0, 30),
          editor: last?.editor ?? '',
          scoreCode: last?.scoreCode,
          reportTo: last?.reportTo ?? '',
          sendTo: last?.sendTo ?? '',
        }}
        onDone={({ bulletinId }) => navigate({ to: `/briefing/bulletins/${bulletinId}` })}
      >
        <BulletinFields />
      </ContractForm>
    </>
  )
}
