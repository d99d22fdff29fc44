import { type BriefingFileView, briefing } from '@mingfu/contract'
import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { ContractForm } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { ErrorNote, PageHead, Spin } from '../ui/index.ts'
import { ItemFields, localMoment, withMoment } from './item-fields.tsx'

/** 修改 a draft, or what came back. */
export default function WriteItemPage() {
  const { itemId } = useParams({ strict: false }) as { itemId: string }
  const item = useCall(briefing.get, { params: { itemId } })
  if (item.error !== null) return <ErrorNote error={item.error} />
  if (item.data?.itemId !== itemId) return <Spin />
  return <WriteForm key={itemId} latest={item.data} />
}

function WriteForm({ latest }: { latest: BriefingFileView }) {
  const [opened] = useState(latest)
  const navigate = useNavigate()
  const page = `/briefing/${opened.itemId}`
  const { kind, unitId, callId, title, body, author, eventAt, version } = opened
  return (
    <>
      <PageHead title="修改政务信息" back={<Link to={page}>{title}</Link>} />
      <ContractForm
        route={briefing.write}
        input={{ params: { itemId: opened.itemId } }}
        submit="保存"
        done="已经保存"
        initial={{ kind, unitId, callId, title, body, author, eventAt: localMoment(eventAt) }}
        toBody={(values) => ({ ...withMoment(values), version })}
        onDone={() => navigate({ to: page })}
      >
        <ItemFields />
      </ContractForm>
    </>
  )
}
