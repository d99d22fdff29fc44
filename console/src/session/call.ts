import type { InputOf, OutputOf, Problem, RouteContract } from '@mingfu/contract'

/** The server's refusal, as RFC 9457 tells it. */
export class ProblemError extends Error {
  readonly problem: Problem
  constructor(problem: Problem) {
    super(problem.title)
    this.problem = problem
  }
}

export type AnswerOf<Route extends RouteContract> = OutputOf<Route['answer']>

export type CallInput<Route extends RouteContract> = Readonly<{
  params?: InputOf<Route['params']>
  query?: InputOf<Route['query']>
  body?: InputOf<Route['body']>
  files?: readonly Readonly<{ field: string; file: File }>[]
}>

const session = { csrfToken: '' }

/** Remembered from the sign-in; goes with every call that changes something. */
export function keepCsrfToken(token: string): void {
  session.csrfToken = token
}

/** Whether somebody has signed in since the page was loaded. */
export function hasSignedIn(): boolean {
  return session.csrfToken !== ''
}

/** Calls a route of the contract. Throws `ProblemError` when the server says no. */
export async function call<Route extends RouteContract>(
  route: Route,
  input: CallInput<Route> = {},
): Promise<AnswerOf<Route>> {
  const response = await send(route, input)
  return response.json()
}

/** Fetches a file and hands it to the browser under the name that the server gave it. */
export async function download<Route extends RouteContract>(
  route: Route,
  input: CallInput<Route> = {},
): Promise<void> {
  const response = await send(route, input)
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameOf(response)
  link.click()
  URL.revokeObjectURL(address)
}

/** The address of a route, for links that open a file in the page. */
export function urlOf<Route extends RouteContract>(route: Route, input: CallInput<Route> = {}): string {
  const params = (input.params ?? {}) as Record<string, unknown>
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries((input.query ?? {}) as Record<string, unknown>)) {
    for (const each of Array.isArray(value) ? value : [value]) {
      if (each !== undefined && each !== null && each !== '') query.append(name, String(each))
    }
  }
  const text = query.toString()
  return `/api/v1${path}${text === '' ? '' : `?${text}`}`
}

async function send<Route extends RouteContract>(route: Route, input: CallInput<Route>): Promise<Response> {
  const response = await fetch(urlOf(route, input), {
    method: route.method,
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(session.csrfToken === '' ? {} : { 'x-csrf-token': session.csrfToken }),
      ...(input.body !== undefined && !route.files ? { 'content-type': 'application/json' } : {}),
    },
    ...bodyOf(route, input),
  })
  if (!response.ok) throw new ProblemError(await problemOf(response))
  return response
}

function bodyOf(route: RouteContract, input: CallInput<RouteContract>): { body?: BodyInit } {
  if (!route.files) return input.body === undefined ? {} : { body: JSON.stringify(input.body) }
  const form = new FormData()
  form.set('json', JSON.stringify(input.body ?? {}))
  for (const { field, file } of input.files ?? []) form.append(field, file)
  return { body: form }
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return await response.json()
  } catch {
    return {
      type: 'about:blank',
      status: response.status,
      code: 'unreadable-answer',
      title: '服务器没有正常回答，请稍后再试',
      basis: null,
    }
  }
}

function nameOf(response: Response): string {
  const encoded = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1]
  return encoded === undefined ? '文件' : decodeURIComponent(encoded)
}
