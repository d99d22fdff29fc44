const MOST = 20_000
/** Labels are short; prose is not asked about twice. */
const LONGEST = 300

/** Nine of ten fields of a report are plain figures. */
export function isFigure(text: string): boolean {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code < 48 || code > 57) return false
  }
  return text !== ''
}

/** `make` that answers a repeated question from memory: the same labels are looked at again and again. */
export function remember<Value>(make: (text: string) => Value, most: number = MOST): (text: string) => Value {
  const known = new Map<string, Value>()
  return (text) => {
    if (text.length > LONGEST) return make(text)
    const before = known.get(text)
    if (before !== undefined || known.has(text)) return before as Value
    if (known.size >= most) known.clear()
    const value = make(text)
    known.set(text, value)
    return value
  }
}
