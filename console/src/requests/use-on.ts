import type { RequestView } from '@mingfu/contract'
import { useState } from 'react'

export type DialogProps = Readonly<{ file: RequestView; onClose: () => void }>

/** What every dialog about a request sends along: which one, and the version its page showed when it opened. */
export function useOn({ file, onClose }: DialogProps) {
  const [version] = useState(file.version)
  return {
    input: { params: { requestId: file.requestId } },
    toBody: (values: Record<string, unknown>): unknown => ({ ...values, version }),
    onDone: onClose,
    onClose,
  }
}
