import type { FastifyInstance } from 'fastify'

export type Route = Readonly<{ method: string; path: string }>

/** Every route that an application answers, read off its router: none can be forgotten. */
export async function routesOf(app: FastifyInstance): Promise<readonly Route[]> {
  await app.ready()
  const above: string[] = []
  const routes: Route[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const found = /^(?<indent>[\s│]*)[├└]── (?<part>\S+)(?: \((?<methods>[^)]+)\))?/.exec(line)?.groups
    if (found === undefined) continue
    const depth = (found.indent ?? '').length / 4
    above.length = depth
    // The root of the tree is the slash that all paths share.
    const part = found.part ?? ''
    above.push(depth === 0 ? '/' : part === '*' ? '/*' : part)
    const path = above.join('').replaceAll('//', '/')
    for (const method of found.methods?.split(', ') ?? []) {
      if (method !== 'HEAD') routes.push({ method, path })
    }
  }
  return routes
}
