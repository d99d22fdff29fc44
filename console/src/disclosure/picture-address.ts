import { disclosure } from '@mingfu/contract'
import { urlOf } from '../session/call.ts'

const IN_TEXT = '/files/pictures/'

/** Where a text refers to a picture; on the portal it is the picture's address, too. */
export function pictureAddress(fileId: string): string {
  return `${IN_TEXT}${fileId}`
}

/** Where the console has it before it is published. */
export function shownAddress(address: string): string {
  return address.startsWith(IN_TEXT)
    ? urlOf(disclosure.picture, { params: { fileId: address.slice(IN_TEXT.length) } })
    : address
}

/** A text whose pictures can be seen before it is published. */
export function withShownPictures(html: string): string {
  return html.replace(
    /(<img\b[^>]*?\bsrc=")([^"]*)"/g,
    (_, before: string, address: string) => `${before}${shownAddress(address)}"`,
  )
}
