// Proposes words while one types into a search field; without it the field works as well.
for (const field of document.querySelectorAll('form[action="/search"] input[name="q"]')) {
  const list = document.createElement('datalist')
  list.id = `${field.id}-words`
  field.after(list)
  field.setAttribute('list', list.id)
  field.autocomplete = 'off'
  let asked = ''
  let timer
  field.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(async () => {
      const q = field.value.trim()
      if (q === asked || q.length < 1 || q.length > 40) return
      asked = q
      const agency = field.form.elements.namedItem('agency')?.value ?? ''
      try {
        const answer = await fetch(`/search/words?${new URLSearchParams({ q, agency })}`)
        if (!answer.ok || q !== field.value.trim()) return
        list.replaceChildren(
          ...(await answer.json()).map((text) => {
            const option = document.createElement('option')
            option.value = text
            return option
          }),
        )
      } catch {
        // No proposals, and no harm done.
      }
    }, 250)
  })
}
