/** 章、节 stand as a line of their own, whichever way the text came in: `第一章 总则`. */
const DIVISION = /^第[一二三四五六七八九十百零]+[编章节](?:[\s　]+\S.{0,40})?$/u
const ARTICLE = /^(第[一二三四五六七八九十百千零]+条(?:之[一二三四五六七八九十]+)?)[\s　]*/u

/** Whether a line heads a chapter or a section of a rule. */
export function isDivision(line: string): boolean {
  return DIVISION.test(line.trim())
}

/** `第一条　为了……`, `第一章　总则`: a wide space between the number and what follows, whatever stood there. */
export function spacedOut(line: string): string {
  if (isDivision(line)) return line.trim().replace(/[\s　]+/u, '　')
  const number = ARTICLE.exec(line)
  return number === null ? line : `${number[1]}　${line.slice(number[0].length)}`
}

/**
 * 规章正文 as HTML: chapters and sections are headings, the number of an article stands out and two spaces before its
 * words. The sanitized text itself is kept as it was signed.
 */
export function ruleHtml(html: string): string {
  return html.replace(/<p>([\s\S]*?)<\/p>/g, (whole, inner: string) => {
    const plain = inner.replace(/<[^>]*>/g, '')
    if (isDivision(plain)) return `<h2>${spacedOut(plain)}</h2>`
    const article = /^<(?:strong|b)>/.test(inner) ? null : ARTICLE.exec(inner)
    return article === null
      ? whole
      : `<p><strong>${article[1]}</strong>　${inner.slice(article[0].length)}</p>`
  })
}
