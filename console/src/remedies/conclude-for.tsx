import { type DisputeView, requests } from '@mingfu/contract'
import { useCall } from '../session/use-call.ts'
import { Spin } from '../ui/index.ts'
import { ConcludeDialog } from './conclude-dialog.tsx'

type Props = Readonly<{ dispute: DisputeView; onClose: () => void }>

/** 登记结果 of a dispute; one over an application may send it back to be answered again. */
export function ConcludeFor({ dispute, onClose }: Props) {
  const { requestId } = dispute
  const file = useCall(
    requests.get,
    { params: { requestId: requestId ?? '' } },
    { enabled: requestId !== null },
  )
  if (requestId !== null && file.isPending) return <Spin fullscreen />
  const mayReopen = file.data?.next.includes('ordered-again') === true
  return (
    <ConcludeDialog
      dispute={dispute}
      requestVersion={mayReopen ? file.data?.version : undefined}
      onClose={onClose}
    />
  )
}
