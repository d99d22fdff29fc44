import { type BulletinView, briefing } from '@mingfu/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractForm } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { ErrorNote, PageHead, Spin } from '../ui/index.ts'
import { BulletinFields } from './bulletin-fields.tsx'

export default function EditBulletinPage() {
  const { bulletinId } = useParams({ strict: false }) as { bulletinId: string }
  const bulletin = useCall(briefing.bulletin, { params: { bulletinId } })
  if (bulletin.error !== null) return <ErrorNote error={bulletin.error} />
  if (bulletin.data?.bulletinId !== bulletinId) return <Spin />
  return <EditForm key={bulletinId} latest={bulletin.data} />
}

function EditForm({ latest }: { latest: BulletinView }) {
  const [{ bulletinId, version, paper, editor, scoreCode, itemIds, reportTo, sendTo }] = useState(latest)
  const navigate = useNavigate()
  const page = `/briefing/bulletins/${bulletinId}`
  return (
    <>
      <PageHead title="编期刊" back={<Link to={page}>{paper}</Link>} />
      <ContractForm
        route={briefing.saveBulletin}
        input={{ params: { bulletinId } }}
        submit="保存"
        done="已经保存"
        initial={{ paper, editor, scoreCode, itemIds, reportTo, sendTo }}
        toBody={(values) => ({ ...values, version })}
        onDone={() => navigate({ to: page })}
      >
        <BulletinFields />
      </ContractForm>
    </>
  )
}
