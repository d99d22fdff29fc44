import type { RouteContract } from '@mingfu/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'

/** Asks a route again every so often, while the worker is at what it tells of. */
export function useLookAgain(route: RouteContract, running: boolean, everyMs: number): void {
  const queries = useQueryClient()
  useEffect(() => {
    if (!running) return
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: [route.path] }), everyMs)
    return () => clearInterval(timer)
  }, [route, running, everyMs, queries])
}
