/** Chinese words broken over lines are one word; two numbers are not one number. */
export function joinLines(text: string): string {
  if (!/[\s\u200B]/.test(text)) return text
  return text
    .replace(/[\u00A0\u3000\u200B\uFEFF]/g, ' ')
    .replace(/(?<=\d)\s*\n\s*(?=\d)/g, ' ')
    .replace(/\s*\n\s*/g, '')
    .replace(/\s+/g, ' ')
    .trim()
}
