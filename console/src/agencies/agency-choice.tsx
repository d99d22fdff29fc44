import { agencies } from '@mingfu/contract'
import { useState } from 'react'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import { Select } from '../ui/index.ts'

/** Whose people and departments a page shows: one's own agency's, or those of one below it. */
export function useAgencyChoice() {
  const { data: me } = useSession()
  const organs = useCall(agencies.listAgencies)
  const own = me?.agency.agencyId ?? ''
  const [agencyId, setAgencyId] = useState(own)
  const choice =
    (organs.data?.length ?? 0) > 1 ? (
      <Select
        aria-label="机关"
        className="agency-choice"
        value={agencyId}
        onChange={setAgencyId}
        options={(organs.data ?? []).map(({ agencyId: value, shortName: label }) => ({ value, label }))}
      />
    ) : null
  return { agencyId, choice }
}
