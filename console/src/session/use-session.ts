import { agencies, type Me, type PermissionId } from '@mingfu/contract'
import { useQuery } from '@tanstack/react-query'
import { call, keepCsrfToken } from './call.ts'

export const SESSION = ['session'] as const

/** Who is signed in, asked once a page load. */
export function useSession() {
  return useQuery({
    queryKey: SESSION,
    queryFn: async (): Promise<Me> => {
      const me = await call(agencies.me)
      keepCsrfToken(me.csrfToken)
      return me
    },
    retry: false,
    staleTime: 5 * 60_000,
  })
}

/** What the page may offer; the server decides again. */
export function useMay(): (permission: PermissionId) => boolean {
  const { data } = useSession()
  return (permission) => data?.permissions.includes(permission) ?? false
}
