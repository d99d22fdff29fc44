import type { RouteContract } from '@mingfu/contract'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { App } from '../ui/index.ts'
import { type AnswerOf, type CallInput, call } from './call.ts'

/**
 * What a route answers, read again after every change. While another page of the same list is on its way, the one
 * before stays.
 */
export function useCall<Route extends RouteContract>(
  route: Route,
  input: CallInput<Route> = {},
  { enabled = true }: { enabled?: boolean } = {},
) {
  return useQuery({
    queryKey: [route.path, input],
    queryFn: (): Promise<AnswerOf<Route>> => call(route, input),
    placeholderData: keepPreviousData,
    enabled,
  })
}

export type ActOptions<Route extends RouteContract> = Readonly<{
  /** What to tell when it is done: `内设机构已经撤销`. */
  done?: string
  /** What to do next, with the answer. */
  onDone?: (answer: AnswerOf<Route>) => void
}>

/** A route that changes something. When it is done, everything on the page is read again. */
export function useAct<Route extends RouteContract>(route: Route, { done, onDone }: ActOptions<Route> = {}) {
  const queries = useQueryClient()
  const { message } = App.useApp()
  return useMutation({
    mutationFn: (input: CallInput<Route>) => call(route, input),
    onSuccess: async (answer) => {
      if (done !== undefined) message.success(done)
      onDone?.(answer)
      await queries.invalidateQueries()
    },
  })
}
