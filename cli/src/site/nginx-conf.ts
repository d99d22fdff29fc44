export type NginxConf = Readonly<{
  /** `www.example.gov.cn`. */
  serverName: string
  /** The site's folder; the web root is `current` below it. */
  root: string
  /** `80`, or `127.0.0.1:8080`. */
  listen: string
  /** Where forms go: the policy of the pages has to allow it. */
  live: string | undefined
}>

/**
 * nginx 配置 of a static site: compressed files sent as they lie, the headers of the live portal, old addresses without
 * a last slash, 长者模式 by cookie, downloads under no name that a browser would run.
 */
export function nginxConf({ serverName, root, listen, live }: NginxConf): string {
  const forms = live === undefined ? "'self'" : `'self' ${live}`
  const policy = `default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action ${forms}; frame-ancestors 'none'`
  const headers = HEADERS.map(([name, value]) => `add_header ${name} "${value}" always;`)
  const all = (cache: string, by = policy) =>
    [
      `add_header Content-Security-Policy "${by}" always;`,
      ...headers,
      `add_header Cache-Control "${cache}" always;`,
    ]
      .map((line) => `    ${line}`)
      .join('\n')
  return `# 由 mingfu site nginx 生成。放在 http { } 之内，例如 /etc/nginx/conf.d/mingfu.conf
map $cookie_mingfu_view $mingfu_view {
  default plain;
  elder   elder;
}

server {
  listen ${listen};
  server_name ${serverName};
  root ${root}/current;
  index index.html;
  charset utf-8;
  server_tokens off;
  absolute_redirect off;
  # 目录是切换用的链接：每次请求都按现在的版本取文件。
  open_file_cache off;
  gzip_static on;
  gzip_vary on;
  # 有 ngx_brotli 模块的，加上：brotli_static on;
  types {
    text/html html;
    text/css css;
    text/javascript js;
    application/json json;
    application/xml xml;
    text/plain txt;
    text/csv csv;
    image/svg+xml svg;
    image/png png;
    image/jpeg jpg jpeg;
    application/pdf pdf;
    application/zip zip;
    application/msword doc;
    application/vnd.openxmlformats-officedocument.wordprocessingml.document docx;
    application/vnd.ms-excel xls;
    application/vnd.openxmlformats-officedocument.spreadsheetml.sheet xlsx;
    application/ofd ofd;
  }
  default_type application/octet-stream;
  error_page 404 /404.html;

  location / {
    limit_except GET { deny all; }
    try_files $uri $uri/ =404;
${all('public, max-age=60')}
  }
  location /assets/ {
    try_files $uri =404;
${all('public, max-age=31536000, immutable')}
  }
  location /files/ {
    try_files $uri =404;
    add_header Content-Disposition attachment always;
${all('public, max-age=60')}
  }
  # PDF 附件在浏览器中打开，只能嵌入本站的预览页。
  location ~ ^/files/.*\\.pdf$ {
    try_files $uri =404;
${all('public, max-age=60', PDF_POLICY)}
  }
  location = /view.css {
    rewrite ^ /view-$mingfu_view.css break;
    add_header Vary Cookie always;
${all('private, no-cache')}
  }
  # 没有脚本时的长者模式：记在浏览器里，回到原来的页面。只接受本站页面的地址。
  location ~ ^/view/(?<wanted>elder|plain)(?<back>/(?:[a-z0-9][a-z0-9._-]*/?)*)$ {
    add_header Set-Cookie "mingfu_view=$wanted; Path=/; Max-Age=31536000; SameSite=Lax" always;
    add_header Cache-Control no-store always;
    return 303 $back;
  }
  location ~ /\\. { return 404; }
}
`
}

/** What a browser's own viewer needs, as the live portal sends it. */
const PDF_POLICY =
  "default-src 'none'; object-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'"

/** What the live portal sends with every answer. */
const HEADERS = [
  ['Cross-Origin-Opener-Policy', 'same-origin'],
  ['Cross-Origin-Resource-Policy', 'same-origin'],
  ['Origin-Agent-Cluster', '?1'],
  ['Referrer-Policy', 'no-referrer'],
  ['X-Content-Type-Options', 'nosniff'],
  ['X-DNS-Prefetch-Control', 'off'],
  ['X-Download-Options', 'noopen'],
  ['X-Frame-Options', 'SAMEORIGIN'],
  ['X-Permitted-Cross-Domain-Policies', 'none'],
  ['X-XSS-Protection', '0'],
] as const
