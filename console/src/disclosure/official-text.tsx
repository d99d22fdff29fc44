import { DISCLOSURE_ATTRIBUTES, type DisclosureAttribute } from '@mingfu/law'
import { withShownPictures } from './picture-address.ts'
import './disclosure.css'

type Props = Readonly<{ title: string; html: string; attribute: DisclosureAttribute }>

/** The text as the portal will show it, with the words of its attribute at the end. */
export function OfficialText({ title, html, attribute }: Props) {
  return (
    <article className="official-text">
      <h2 className="official-title">{title}</h2>
      {html === '' ? (
        <p>（没有正文，见附件）</p>
      ) : (
        // biome-ignore lint/security/noDangerouslySetInnerHtml: the server keeps nothing but cleaned structure
        <div dangerouslySetInnerHTML={{ __html: withShownPictures(html) }} />
      )}
      <p>{DISCLOSURE_ATTRIBUTES[attribute].mark}</p>
    </article>
  )
}
