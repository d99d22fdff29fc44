/**
 * A report as a government site shows it: the article among menus, lists of other columns, scripts and styles, about
 * 80 KB of them. The figures of such pages differ; what costs time is the markup around them.
 */
export function governmentPage(article: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/i.exec(article)?.[1] ?? article
  return `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>示例市人民政府门户网站</title>
<meta name="SiteName" content="示例市人民政府"><meta name="ColumnName" content="政府信息公开年报">
<style>${styles()}</style><script>${script()}</script></head><body>
<div class="header"><div class="wrap"><ul class="nav">${menu(9, 12)}</ul></div></div>
<div class="crumbs">您现在的位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a></div>
<div class="main"><div class="left">${columns(14)}</div><div class="article" id="zoom">${body}</div></div>
<div class="list">${links(120)}</div><div class="footer">${links(40)}<p>主办：示例市人民政府办公室</p></div>
</body></html>`
}

function menu(groups: number, each: number): string {
  return times(
    groups,
    (group) =>
      `<li class="nav-item" data-id="${group}"><a class="nav-link" href="/col/col${group}/index.html"><span>栏目之${group}</span></a><div class="sub"><ul>${times(each, (item) => `<li><a href="/col/col${group}_${item}/index.html" target="_blank" title="子栏目${item}">子栏目${item}</a></li>`)}</ul></div></li>`,
  )
}

function columns(count: number): string {
  return times(
    count,
    (column) =>
      `<div class="box"><h3><a href="/zwgk/${column}/">公开栏目${column}</a></h3><ul class="tree">${times(8, (item) => `<li class="leaf"><i class="icon"></i><a href="/zwgk/${column}/${item}/">下级目录${item}</a></li>`)}</ul></div>`,
  )
}

function links(count: number): string {
  return `<ul class="news">${times(count, (item) => `<li><span class="date">2026-01-${String((item % 28) + 1).padStart(2, '0')}</span><a href="/art/2026/1/art_${item}.html" target="_blank" title="关于某项工作的通知之${item}">关于某项工作的通知之${item}</a></li>`)}</ul>`
}

function styles(): string {
  return times(
    160,
    (rule) => `.c${rule}{margin:0 auto;padding:${rule}px;color:#333;font:14px/1.8 "SimSun"}\n`,
  )
}

function script(): string {
  return times(
    110,
    (line) => `function f${line}(a){if(a>${line}){return document.getElementById("x${line}")}}\n`,
  )
}

function times(count: number, make: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => make(index)).join('')
}
