import type { Product } from './product.ts'

/** A member of staff at the API, as the console calls it: session cookie and the token that goes with every change. */
export type Staff = Readonly<{
  get<T>(path: string): Promise<T>
  post<T>(path: string, body: unknown): Promise<T>
  put<T>(path: string, body: unknown): Promise<T>
  /** `multipart/form-data` without files, as forms with attachments are sent. */
  form<T>(path: string, body: unknown): Promise<T>
  bytes(path: string): Promise<Uint8Array>
  staffId: string
}>

/** Signs in with the password that the product printed. */
export async function asStaff(product: Product, login: string): Promise<Staff> {
  const signedIn = await fetch(`${product.url}/api/v1/sign-in`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: product.url },
    body: JSON.stringify({ login, password: product.password(login) }),
  })
  const me = (await signedIn.json()) as { staffId: string; csrfToken: string; title?: string }
  if (!signedIn.ok) throw new Error(`sign-in of ${login}: ${me.title}`)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  const headers = { cookie, origin: product.url, 'x-csrf-token': me.csrfToken }

  async function send(method: string, path: string, body?: BodyInit, type?: string): Promise<Response> {
    const answer = await fetch(`${product.url}/api/v1${path}`, {
      method,
      headers: { ...headers, ...(type === undefined ? {} : { 'content-type': type }) },
      ...(body === undefined ? {} : { body }),
    })
    if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const json = async (method: string, path: string, body: unknown) =>
    (await send(method, path, JSON.stringify(body), 'application/json')).json()
  return {
    staffId: me.staffId,
    get: async (path) => (await send('GET', path)).json(),
    post: (path, body) => json('POST', path, body),
    put: (path, body) => json('PUT', path, body),
    async form(path, body) {
      const form = new FormData()
      form.set('json', JSON.stringify(body))
      return (await send('POST', path, form)).json()
    },
    bytes: async (path) => new Uint8Array(await (await send('GET', path)).arrayBuffer()),
  }
}
