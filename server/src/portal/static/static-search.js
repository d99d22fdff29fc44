// 检索 on the static site: the index lies beside the pages, in parts; only those of the words asked for are fetched.
// Scripts of one page share their names; a page from a folder takes no modules.
;(() => {
  const AT_ONCE = 20
  const fetched = new Map()

  for (const form of document.querySelectorAll('form[data-search]')) {
    // Without a live host nobody could heed further conditions.
    if (form.dataset.live === undefined) form.querySelector('details')?.remove()
    form.addEventListener('submit', (event) => {
      const asked = new FormData(form)
      const narrowed = [...asked].some(([name, value]) => !['q', 'agency'].includes(name) && value !== '')
      // Further conditions are a matter for the live host, where there is one.
      if (narrowed && form.dataset.live !== undefined) return
      if (location.protocol === 'file:') return
      event.preventDefault()
      location.href = `${form.dataset.search}?${new URLSearchParams({ q: String(asked.get('q') ?? '') })}`
    })
  }

  const page = document.querySelector('main form[data-search=""]')
  const q = new URLSearchParams(location.search).get('q')?.trim() ?? ''
  if (page && q !== '') {
    for (const field of document.querySelectorAll('form[data-search] [name="q"]')) field.value = q
    const section = document.createElement('section')
    section.className = 'card'
    section.setAttribute('aria-live', 'polite')
    page.closest('main').append(section)
    show(section, q).catch(() => {
      section.replaceChildren(element('p', '检索没有能够完成，请稍后再试，或者从公开目录查找。'))
    })
  }

  async function show(section, asked) {
    const about = await part('about')
    let found
    for (const word of asked.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)) {
      const hits = await documentsWith(word, about)
      found = found === undefined ? hits : found.filter((each) => hits.includes(each))
    }
    const newest = (found ?? []).sort((a, b) => b - a)
    section.append(element('h2', newest.length === 0 ? '没有找到' : `共${newest.length}条`))
    if (newest.length === 0) {
      section.append(element('p', '可以换用较短的词再试，或者从公开目录查找。'))
      return
    }
    const list = section.appendChild(element('ul'))
    list.className = 'items'
    const more = element('button', '显示更多')
    more.type = 'button'
    more.className = 'button'
    more.addEventListener('click', () => next())
    let shown = 0
    await next()

    async function next() {
      for (const each of newest.slice(shown, shown + AT_ONCE)) list.append(await line(each, about))
      shown += AT_ONCE
      if (shown < newest.length) section.append(more)
      else more.remove()
    }
  }

  async function line(number, { documentsAPart }) {
    const documents = await part(`documents-${Math.floor(number / documentsAPart)}`)
    const [path, title, documentNumber, indexNumber, agency, day, summary] =
      documents[number % documentsAPart]
    const item = element('li')
    const link = element('a', title)
    link.href = `../${path}`
    const time = element('time', day)
    time.dateTime = day
    const facts = element('p')
    facts.className = 'about'
    for (const fact of [documentNumber, `索引号：${indexNumber}`, agency])
      if (fact) facts.append(element('span', fact))
    const about = element('p', summary)
    about.className = 'about'
    item.append(link, time, about, facts)
    return item
  }

  /** Numbers of the documents in which a word stands: all its pairs of characters, and Latin words by their beginning. */
  async function documentsWith(word, { wordParts }) {
    const pieces = [...word.matchAll(/\p{Script=Han}+|[\p{L}\p{N}]+?(?=\p{Script=Han}|[^\p{L}\p{N}]|$)/gu)]
    let found
    for (const [run] of pieces) {
      const signs = [...run]
      const han = /\p{Script=Han}/u.test(run)
      const exact = han && signs.length > 1
      const terms = exact ? signs.slice(1).map((sign, at) => `${signs[at]}${sign}`) : [run]
      for (const term of terms) {
        const words = await part(`words-${term.codePointAt(0) % wordParts}`).catch(() => ({}))
        const hits = exact
          ? (words[term] ?? [])
          : [
              ...new Set(
                Object.keys(words)
                  .filter((each) => each.startsWith(term))
                  .flatMap((each) => words[each]),
              ),
            ]
        found = found === undefined ? hits : found.filter((each) => hits.includes(each))
      }
    }
    return found ?? []
  }

  function part(name) {
    if (!fetched.has(name)) {
      fetched.set(
        name,
        fetch(`${name}.json`).then((answer) => {
          if (!answer.ok) throw new Error(name)
          return answer.json()
        }),
      )
    }
    return fetched.get(name)
  }

  function element(name, text = '') {
    const made = document.createElement(name)
    made.textContent = text
    return made
  }
})()
