import { CONTENT_KINDS, kindsFor } from '@mingfu/law'
import { useSession } from '../session/use-session.ts'

/** 内容种类 that this organ may put out, for a choice; 规章 only where the law lets it make them. */
export function useKindOptions() {
  const { data: me } = useSession()
  return kindsFor({ canMakeRegulations: me?.agency.canMakeRegulations ?? false }).map((value) => ({
    value,
    label: CONTENT_KINDS[value].label,
  }))
}
