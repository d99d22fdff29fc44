/** The look of the overview: a page that stands alone, also without a network. */
export const OVERVIEW_STYLE = `
body{margin:0 auto;max-width:75rem;padding:1rem 1.25rem 3rem;font:16px/1.7 "Noto Sans CJK SC","Source Han Sans SC","Microsoft YaHei","PingFang SC",sans-serif;color:#1c2b33}
h1{font-size:1.5rem;margin:0 0 .5rem}h2{font-size:1.125rem;margin:2rem 0 .5rem}
#unread li{overflow-wrap:anywhere}
form{display:flex;flex-wrap:wrap;gap:.75rem 1.25rem;padding:.75rem 0}
label{display:flex;flex-wrap:wrap;align-items:center;gap:.375rem;max-width:100%}
input,select{font:inherit;padding:.25rem .5rem;border:1px solid #8aa0ab;border-radius:4px;max-width:min(24rem,80vw)}
table{width:100%;border-collapse:collapse}
th,td{padding:.375rem .5rem;border-bottom:1px solid #d5dee3;text-align:right;font-variant-numeric:tabular-nums}
th:first-child,td.findings{text-align:left;font-weight:400;overflow-wrap:anywhere}
thead th{font-weight:600;background:#f3f7f9}
button{font:inherit;padding:.125rem .5rem;border:1px solid #8aa0ab;border-radius:4px;background:#fff;cursor:pointer}
th button{border:0;padding:0;text-align:left;color:#0b6a83;text-decoration:underline}
.file{display:block;color:#55666f;font-size:.875rem}
.findings ol{margin:.25rem 0;padding-left:1.5rem}
.error{color:#b3261e}.warning{color:#8a5a00}.info{color:#55666f}
.reason{display:block;color:#55666f;font-size:.875rem}
.pages{display:flex;gap:.5rem}
@media (max-width:40rem){th,td{padding:.25rem;font-size:.875rem}}
@media print{form,.pages,#shown{display:none}}
`

/** Narrows the list and opens a report to its findings; text goes in as text, never as markup. */
export const OVERVIEW_SCRIPT = `
(() => {
  const { rules, reports } = JSON.parse(document.getElementById('data').textContent)
  const WORDS = { error: '错误', warning: '提醒', info: '提示' }
  const SIZE = 200
  const form = document.getElementById('filters')
  const rows = document.getElementById('rows')
  const shown = document.getElementById('shown')
  const back = document.getElementById('back')
  const on = document.getElementById('on')
  let page = 0
  const element = (name, text, className) => {
    const made = document.createElement(name)
    if (text !== undefined) made.textContent = text
    if (className) made.className = className
    return made
  }
  const wanted = () => {
    const { words, year, level, rule } = Object.fromEntries(new FormData(form))
    return reports.filter((report) =>
      (words === '' || report.name.includes(words) || report.file.includes(words)) &&
      (year === '' || String(report.year ?? '?') === year) &&
      (level === '' || (level === 'clean' ? report.findings.length === 0 : report.counts[0] > 0 || (level === 'warning' && report.counts[1] > 0))) &&
      (rule === '' || report.findings.some((finding) => finding[0] === rule)))
  }
  const findingsOf = (report) => {
    const row = element('tr')
    const cell = element('td', undefined, 'findings')
    cell.colSpan = 6
    const list = element('ol')
    const { rule } = Object.fromEntries(new FormData(form))
    for (const [id, severity, message, where, words] of report.findings) {
      if (rule !== '' && id !== rule) continue
      const item = element('li')
      item.append(element('b', WORDS[severity], severity), ' ' + id + ' ' + message + (where === '' || message.includes(where) ? '' : '（' + where + '）'))
      item.append(element('span', rules[id].reason + (words === '' ? '' : '　已判定：' + words), 'reason'))
      list.append(item)
    }
    cell.append(report.findings.length === 0 ? '没有发现问题。' : list)
    row.append(cell)
    return row
  }
  const rowOf = (report) => {
    const row = element('tr')
    const head = element('th')
    head.scope = 'row'
    const button = element('button', report.name)
    button.type = 'button'
    button.setAttribute('aria-expanded', 'false')
    button.addEventListener('click', () => {
      const open = button.getAttribute('aria-expanded') === 'true'
      button.setAttribute('aria-expanded', String(!open))
      if (open) row.nextSibling.remove()
      else row.after(findingsOf(report))
    })
    head.append(button, element('span', report.file, 'file'))
    row.append(head, element('td', report.year ?? '未识别'), ...report.counts.map((count) => element('td', count)))
    return row
  }
  const draw = () => {
    const found = wanted()
    const pages = Math.max(1, Math.ceil(found.length / SIZE))
    page = Math.min(page, pages - 1)
    rows.replaceChildren(...found.slice(page * SIZE, (page + 1) * SIZE).map(rowOf))
    shown.textContent = '列出' + found.length + '份' + (pages > 1 ? '，第' + (page + 1) + '页，共' + pages + '页' : '')
    back.disabled = page === 0
    on.disabled = page === pages - 1
  }
  form.addEventListener('input', () => { page = 0; draw() })
  form.addEventListener('submit', (event) => event.preventDefault())
  back.addEventListener('click', () => { page -= 1; draw() })
  on.addEventListener('click', () => { page += 1; draw() })
  draw()
})()
`
