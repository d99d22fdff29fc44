// 填写申请表时显示可能已经公开的信息。Without this file the same stands on the page where the form is checked.
const form = document.querySelector('form[data-matching]')
const place = document.getElementById('matching')
if (form && place) {
  const names = ['description', 'infoTitle', 'infoDocumentNumber']
  let timer
  let asked = ''
  const look = async () => {
    const data = new URLSearchParams()
    for (const name of names) data.set(name, form.elements.namedItem(name)?.value ?? '')
    const words = data.toString()
    if (words === asked) return
    asked = words
    try {
      const answer = await fetch(form.dataset.matching, { method: 'POST', body: data })
      // Typed on meanwhile: a newer question is under way.
      if (answer.ok && words === asked) show(await answer.json())
    } catch {
      // No answer, no hint; the form goes on as it is.
    }
  }
  const show = (found) => {
    place.replaceChildren()
    place.hidden = found.length === 0
    if (found.length === 0) return
    const title = document.createElement('p')
    title.textContent = '下列信息已经公开，看看是否就是您需要的：'
    const list = document.createElement('ul')
    for (const { href, text } of found) {
      const link = document.createElement('a')
      link.href = href
      link.target = '_blank'
      link.rel = 'noopener'
      link.textContent = text
      const item = document.createElement('li')
      item.append(link)
      list.append(item)
    }
    place.append(title, list)
  }
  form.addEventListener('input', ({ target }) => {
    if (!names.includes(target.name)) return
    clearTimeout(timer)
    timer = setTimeout(look, 800)
  })
}
