/** The nonce that the server put into the page for styles. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
}

/**
 * Gives the page's nonce to every style element that is made. Parts of antd (locking the scroll under a dialog,
 * measuring scroll bars) write styles without passing on the nonce that they were configured with.
 */
export function giveNonceToStyles(): void {
  const nonce = styleNonce()
  const create = document.createElement.bind(document)
  document.createElement = (name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (element instanceof HTMLStyleElement) element.nonce = nonce
    return element
  }
}
