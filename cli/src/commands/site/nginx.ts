import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { CommandContext } from '../../command.ts'
import { CannotDo } from '../../exit-code.ts'
import { nginxConf } from '../../site/nginx-conf.ts'

type Options = Readonly<{ name: string; listen: string; live?: string }>

/** `mingfu site nginx OUT`: the configuration of the web server that shows a static site. */
export function addSiteNginx(site: Command, { terminal, act }: CommandContext) {
  site
    .command('nginx')
    .description('写出对外提供静态站点的 nginx 配置：预压缩文件、与门户相同的安全响应头、404页面、长者模式')
    .argument('<OUT>', '站点目录')
    .requiredOption('--name <域名>', '网站域名，例如 www.example.gov.cn')
    .option('--listen <地址>', '监听的端口，或者地址和端口', '80')
    .option('--live <网址>', '受理申请、查询办理的网址，与导出时的相同')
    .action(
      act((out: string, { name, listen, live }: Options) => {
        const root = resolve(out)
        if (!/^[a-z0-9.-]+$/i.test(name)) throw new CannotDo('--name 应当是域名，例如 www.example.gov.cn')
        if (!/^(?:[\w.[\]:-]+:)?\d{1,5}$/.test(listen))
          throw new CannotDo('--listen 应当是端口，或者 地址:端口')
        if (live !== undefined && !/^https?:\/\/[\w.:-]+\/?$/.test(live))
          throw new CannotDo('--live 应当是网站根目录的完整网址，例如 https://gk.example.gov.cn')
        if (/[\s;{}"'$\\]/.test(root))
          throw new CannotDo('站点目录的路径里不能有空格、引号和分号，请换一个目录')
        terminal.out(nginxConf({ serverName: name, root, listen, live: live?.replace(/\/$/, '') }))
        return 0
      }),
    )
}
