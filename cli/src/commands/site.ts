import type { Command } from 'commander'
import type { CommandContext } from '../command.ts'
import { addSiteExport } from './site/export.ts'
import { addSiteNginx } from './site/nginx.ts'
import { addSiteRollback } from './site/rollback.ts'
import { addSiteVerify } from './site/verify.ts'

/** `mingfu site`: the portal as files, for a web server that knows nothing else. */
export function addSite(program: Command, context: CommandContext) {
  const site = program.command('site').description('静态站点：把门户写成文件，由 nginx 等直接对外提供')
  addSiteExport(site, context)
  addSiteVerify(site, context)
  addSiteRollback(site, context)
  addSiteNginx(site, context)
}
