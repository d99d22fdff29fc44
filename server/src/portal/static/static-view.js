// 长者模式 on the static site: remembered by the browser, for no server is there to do it.
// Scripts of one page share their names; a page from a folder takes no modules.
;(() => {
  const sheet = document.querySelector('link[href$="view.css"]')
  const base = sheet?.getAttribute('href').replace(/view\.css$/, '')

  function show(view) {
    sheet?.setAttribute('href', `${base}view-${view}.css`)
  }

  function remembered() {
    try {
      return localStorage.getItem('mingfu_view') ?? cookie()
    } catch {
      return cookie()
    }
  }

  function cookie() {
    return /(?:^|; )mingfu_view=elder(?:;|$)/.test(document.cookie) ? 'elder' : 'plain'
  }

  show(remembered())

  for (const form of document.querySelectorAll('form[data-view]')) {
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      const view = event.submitter?.value === 'elder' ? 'elder' : 'plain'
      try {
        localStorage.setItem('mingfu_view', view)
      } catch {
        // A browser that keeps nothing shows it on this page.
      }
      if (location.protocol !== 'file:') {
        // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is not in browsers before 2024
        document.cookie = `mingfu_view=${view}; path=/; max-age=31536000; samesite=lax`
      }
      show(view)
    })
  }
})()
