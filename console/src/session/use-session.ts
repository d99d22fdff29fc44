import { agencies, type Me, type PermissionId } from '@mingfu/contract'
import { useQuery } from '@tanstack/react-query'
import { call, hasSignedIn, keepCsrfToken, ProblemError } from './call.ts'

export const SESSION = ['session'] as const

/** Who is signed in, asked once a page load. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async (): Promise<Me> => {
      if (!hasSignedIn() && cannotBeSignedIn()) throw new ProblemError(NOT_SIGNED_IN)
      const me = await call(agencies.me)
      keepCsrfToken(me.csrfToken)
      return me
    },
    retry: false,
    staleTime: 5 * 60_000,
  })
}

/** The server says with the page whether the browser sent a session; without one there is nothing to ask. */
function cannotBeSignedIn(): boolean {
  return document.querySelector<HTMLMetaElement>('meta[name="session"]')?.content === 'none'
}

const NOT_SIGNED_IN = {
  type: 'about:blank',
  status: 401,
  code: 'not-signed-in',
  title: '请先登录',
  basis: null,
}

/** What the page may offer; the server decides again. */
export function useMay(): (permission: PermissionId) => boolean {
  const { data } = useSession()
  return (permission) => data?.permissions.includes(permission) ?? false
}
