import { inflateSync } from 'node:zlib'

/** The same PDF with everything on its pages turned by a quarter, and each page told to show itself turned back. */
export function turnedPdf(pdf: Uint8Array): Uint8Array {
  const text = Buffer.from(pdf).toString('latin1')
  const contents = new Set(Array.from(text.matchAll(/\/Contents (\d+) 0 R/g), (match) => match[1]))
  const turned = text
    .replace(/(\d+) 0 obj\s*<<([^>]*)>>\s*stream\r?\n/g, (whole, id: string, entries: string, at: number) =>
      contents.has(id) && entries.includes('FlateDecode') ? `\0${id} ${at + whole.length}\0` : whole,
    )
    .replace(/\0(\d+) (\d+)\0[\s\S]*?endstream/g, (_, id: string, at: string) => {
      const end = text.indexOf('endstream', Number(at))
      const content = inflateSync(Buffer.from(text.slice(Number(at), end), 'latin1')).toString('latin1')
      const body = `q 0 1 -1 0 842 0 cm\n${content}\nQ`
      return `${id} 0 obj\n<< /Length ${body.length} >>\nstream\n${body}\nendstream`
    })
    .replace(/(\/MediaBox\s*\[0 0) ([\d.]+) ([\d.]+)\]/g, '$1 $3 $2]')
    .replace(/\/Contents (\d+) 0 R/g, '/Rotate 90 /Contents $1 0 R')
  return new Uint8Array(Buffer.from(turned, 'latin1'))
}
