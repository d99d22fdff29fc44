import type { LetterPreview } from '@mingfu/contract'
import { dayText, Typography } from '../ui/index.ts'

/** A letter as it will read. */
export function LetterText({ letter }: { letter: LetterPreview }) {
  return (
    <article className="preview document-text" aria-label="文书预览">
      <h2>{letter.title}</h2>
      <p className="addressee">{letter.addressee}：</p>
      {letter.paragraphs.map((text) => (
        <p key={text}>{text}</p>
      ))}
      {letter.remedy === null ? null : <p>{letter.remedy}</p>}
      {letter.enclosures.length === 0 ? null : <p>附件：{letter.enclosures.join('；')}</p>}
      <p className="signature">{letter.agency}</p>
      <p className="signature">{dayText(letter.on)}</p>
      {letter.contact === null ? null : <p>（{letter.contact}）</p>}
      <Typography.Text type="secondary">引用：{letter.basis.join('；')}</Typography.Text>
    </article>
  )
}
