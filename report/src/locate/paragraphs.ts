/** Lines as paragraphs: those that a page width broke are joined again. */
export function paragraphs(lines: readonly string[], wrapped: boolean): string {
  const filled = lines.map((line) => line.trim()).filter((line) => line !== '')
  if (!wrapped) return filled.join('\n')
  const widest = Math.max(0, ...filled.map((line) => line.length))
  const whole: string[] = []
  let last = ''
  for (const line of filled) {
    const before = whole.at(-1)
    if (before !== undefined && runsOn(last, line, widest))
      whole[whole.length - 1] = before + glue(before, line) + line
    else whole.push(line)
    last = line
  }
  return whole.join('\n')
}

/** A line about as long as the longest that ends inside a sentence goes on in the next. */
function runsOn(last: string, line: string, widest: number): boolean {
  if (/[。！？：；:!?]["”’）)]?$/.test(last) || last.length < widest * 0.75) return false
  return !/^(?:[（(][一二三四五六七八九十]+[）)]|[一二三四五六七八九十]+、)/.test(line)
}

/** Chinese needs no space where lines meet, Latin words do. */
export function glue(before: string, line: string): string {
  return /[a-z\d]$/i.test(before) && /^[a-z]/i.test(line) ? ' ' : ''
}
