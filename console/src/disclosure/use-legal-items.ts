import { useSession } from '../session/use-session.ts'
import { legalItemOptions } from './words.ts'

/** 法定主动公开内容 that one's own organ may choose: a township has the list of townships. */
export function useLegalItems() {
  const { data } = useSession()
  return legalItemOptions(data?.agency.orgType)
}
