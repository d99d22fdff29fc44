import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { gzipSync } from 'node:zlib'

export type Rival = Readonly<{ name: string; port: number; pid: number; stop(): void }>

/** The same bytes, compressed beforehand, from nginx with one worker; from a bare server of Node where none is. */
export async function startRival(folder: string, body: Buffer, headers: readonly string[]): Promise<Rival> {
  const port = await freePort()
  const nginx = versionOfNginx()
  const child = nginx === undefined ? bareNode() : realNginx()
  for (let waited = 0; waited < 10_000; waited += 50) {
    const answered = await fetch(`http://127.0.0.1:${port}/page.html`).catch(() => undefined)
    if (answered?.ok) break
    await sleep(50)
  }
  const name = nginx ?? 'a bare server of Node (no nginx here)'
  return { name, port, pid: child.pid ?? 0, stop: () => void child.kill('SIGTERM') }

  function realNginx() {
    mkdirSync(join(folder, 'www'), { recursive: true })
    writeFileSync(join(folder, 'www/page.html'), body)
    writeFileSync(join(folder, 'www/page.html.gz'), gzipSync(body, { level: 6 }))
    const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    writeFileSync(
      join(folder, 'nginx.conf'),
      `daemon off; master_process off; worker_processes 1; pid ${folder}/pid; error_log ${folder}/error.log;
events { worker_connections 256; }
http {
  types { text/html html; } charset utf-8; access_log off; sendfile on; keepalive_requests 100000000;
  open_file_cache max=100 inactive=60s;
  ${temp.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${folder}/www; gzip_static on;
    ${headers.join(' ')} }
}`,
    )
    return spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
      stdio: 'ignore',
    })
  }

  function bareNode() {
    writeFileSync(join(folder, 'page.gz'), gzipSync(body, { level: 6 }))
    const program = `const body=require('fs').readFileSync(${JSON.stringify(join(folder, 'page.gz'))});
require('http').createServer((q,r)=>{r.writeHead(200,{'content-type':'text/html','content-encoding':'gzip','content-length':body.length});r.end(body)}).listen(${port},'127.0.0.1')`
    return spawn(process.execPath, ['-e', program], { stdio: 'ignore' })
  }
}

function versionOfNginx(): string | undefined {
  try {
    execFileSync('nginx', ['-v'], { stdio: 'ignore' })
    return 'nginx, one worker'
  } catch {
    return undefined
  }
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      const port = typeof address === 'object' && address ? address.port : 0
      server.close(() => resolve(port))
    })
  })
}
