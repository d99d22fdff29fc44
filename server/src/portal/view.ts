import type { Portal } from './portal.ts'
import { assetText } from './static-files.ts'

const COOKIE = 'mingfu_view'
const YEAR_IN_SECONDS = 31_536_000

/**
 * 长者模式: larger, simpler, remembered. Pages are the same for everybody and so can be kept anywhere; only the small
 * style sheet `/view.css` differs by cookie.
 */
export function registerView({ server }: Portal): void {
  server.get('/view.css', (request, reply) => {
    const elder = request.cookies[COOKIE] === 'elder'
    return reply
      .header('cache-control', 'private, no-cache')
      .header('vary', 'cookie')
      .type('text/css; charset=utf-8')
      .send(elder ? assetText('elder.css') : assetText('standard.css'))
  })

  server.post<{ Body: { view?: string; back?: string } }>('/view', (request, reply) => {
    const { view, back } = request.body ?? {}
    reply.setCookie(COOKIE, view === 'elder' ? 'elder' : 'plain', {
      path: '/',
      sameSite: 'lax',
      httpOnly: true,
      maxAge: YEAR_IN_SECONDS,
    })
    return reply.redirect(localPath(back), 303)
  })
}

/** Only a path of this site: `//other.example` and `/\other.example` lead elsewhere. */
function localPath(back: string | undefined): string {
  return back !== undefined && /^\/(?![/\\])[^\s\\]*$/.test(back) ? back : '/'
}
