import type { FastifyInstance } from 'fastify'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readBundle } from '../../../../../cli/src/bundle/read-bundle.ts'
import { verifyArchive } from '../../../../../cli/src/bundle/verify-archive.ts'
import { pdfPictures } from '../../../../../documents/src/testing/pdf-text.ts'
import { portalServer } from '../../../portal/testing/portal-server.ts'
import { aColumn, aDocument, content, publishDraft, theOffice } from '../../../testing/a-document.ts'
import { anAgency } from '../../../testing/factories.ts'
import { type TestRuntime, testRuntime } from '../../../testing/test-runtime.ts'
import { articleOf } from '../../channels/article-of.ts'
import { documentCopy } from '../../verification/document-copy.ts'
import { makeArchivePackage } from '../archive/make-archive-package.ts'
import { attachFile } from '../attach-file.ts'
import { draftCorrection } from '../draft-correction.ts'
import { editDocument } from '../edit-document.ts'
import { findPublishedDocument } from '../find-published-document.ts'
import { getDocument } from '../get-document.ts'
import { withdrawDocument } from '../withdraw-document.ts'
import { readWordFile } from '../word/read-word-file.ts'
import { keepPicture, readTextPicture } from './keep-picture.ts'

let runtime: TestRuntime
let portal: FastifyInstance
let agencyId: string
let nodeId: string
beforeAll(async () => {
  runtime = await testRuntime()
  agencyId = await anAgency(runtime, { slug: 'yahe' })
  nodeId = await aColumn(runtime, agencyId)
  portal = await portalServer(runtime)
})
afterAll(() => portal.close())

/** One transparent point; the same but for a remark is another picture only until it is cleaned. */
const POINT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const REMARK = Buffer.from('0000000d7445587400417574686f72002077616e67' + '00000000', 'hex')
const withRemark = Buffer.concat([POINT.subarray(0, 33), REMARK, POINT.subarray(33)])

const office = () => theOffice(runtime, agencyId)
const upload = (bytes: Uint8Array = POINT) =>
  keepPicture(office().drafter, { agencyId, name: '流程图.png', bytes: new Uint8Array(bytes) })
const shows = (fileId: string, alt = '办理流程图') =>
  `<p>流程：<img src="/files/pictures/${fileId}" alt="${alt}" /></p>`
const statusOf = async (fileId: string) => (await portal.inject(`/files/pictures/${fileId}`)).statusCode

describe('正文图片', () => {
  it('come with an uploaded Word file, cleaned, and are seen by the office before anybody else', async () => {
    const names = 'xmlns:w="w" xmlns:wp="wp" xmlns:a="a" xmlns:r="r"'
    const drawing = '<w:drawing><wp:docPr descr="办理流程图"/><a:blip r:embed="r1"/></w:drawing>'
    const word = zipSync({
      'word/document.xml': strToU8(
        `<w:document ${names}><w:body><w:p><w:r><w:t>流程：</w:t></w:r><w:r>${drawing}</w:r></w:p></w:body></w:document>`,
      ),
      'word/_rels/document.xml.rels': strToU8('<r><Relationship Id="r1" Target="media/image1.png"/></r>'),
      'word/media/image1.png': new Uint8Array(withRemark),
    })
    const { drafter, reviewer } = office()
    const { html, left } = await readWordFile(drafter, { agencyId, name: '办法.docx', bytes: word })
    expect(left).toEqual([])
    const [, fileId = ''] =
      /^<p>流程：<img src="\/files\/pictures\/([0-9a-f-]{36})" alt="办理流程图" \/><\/p>$/.exec(html) ?? []
    const { picture, bytes } = await readTextPicture(reviewer, { agencyId, fileId })
    expect([picture.mediaType, Buffer.from(bytes)]).toEqual(['image/png', POINT])
    expect(await statusOf(fileId)).toBe(404)
    const stranger = theOffice(runtime, await anAgency(runtime)).drafter
    await expect(readTextPicture(stranger, { agencyId, fileId })).rejects.toThrow()
  })

  it('are public exactly as long as a document that shows them is', async () => {
    const fileId = await upload()
    const { documentId, version } = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'draft',
      content: { html: shows(fileId) },
    })
    expect(await statusOf(fileId)).toBe(404)
    const published = await publishDraft(runtime, agencyId, { documentId, version })
    const answer = await portal.inject(`/files/pictures/${fileId}`)
    expect([answer.statusCode, answer.headers['content-type'], answer.rawPayload]).toEqual([
      200,
      'image/png',
      POINT,
    ])
    expect((await portal.inject(`/yahe/documents/${documentId}`)).body).toContain(
      `<img src="/files/pictures/${fileId}" alt="办理流程图"`,
    )
    const archived = await makeArchivePackage(office().drafter, { agencyId, documentId })
    expect(Buffer.from(unzipSync(archived.bytes)['正文/图片/01 流程图.png'] ?? [])).toEqual(POINT)
    expect(verifyArchive(readBundle('a.zip', archived.bytes)).faults).toEqual([])
    expect(strFromU8(unzipSync(archived.bytes)['正文/正文.html'] ?? new Uint8Array())).toContain(
      `<img src="data:image/png;base64,${POINT.toString('base64')}" alt="办理流程图"`,
    )
    expect(await pdfPictures(unzipSync(archived.bytes)['正文/正文.pdf'] ?? new Uint8Array())).toEqual([1])
    const document = await findPublishedDocument(office().drafter, { agencyId, documentId })
    if (document?.state !== 'published') throw new Error('not published')
    const wanted = { document, publishedOn: '2026-06-16', home: null }
    const pdf = await documentCopy(office().drafter, { ...wanted, type: 'pdf' })
    expect(await pdfPictures(pdf.bytes)).toEqual([1])
    const word = unzipSync((await documentCopy(office().drafter, { ...wanted, type: 'docx' })).bytes)
    expect(strFromU8(word['word/document.xml'] ?? new Uint8Array())).toContain('descr="办理流程图"')
    expect(Object.keys(word).filter((each) => each.startsWith('word/media/'))).toHaveLength(1)
    const words = { title: '标题', author: '', digest: '' }
    const article = await articleOf(office().drafter, document, words, { bytes: POINT })
    expect([...article.pictures.keys()]).toEqual([`/files/pictures/${fileId}`])

    const { drafter } = office()
    const correction = await draftCorrection(drafter, { agencyId, documentId, version: published })
    const other = await upload(withRemark)
    const changed = { ...content(nodeId), html: shows(other), correctionNote: '更换流程图' }
    const edited = await editDocument(drafter, { agencyId, ...correction, content: changed })
    expect([await statusOf(fileId), await statusOf(other)]).toEqual([200, 404])
    await publishDraft(runtime, agencyId, { documentId: correction.documentId, version: edited.version })
    expect([await statusOf(fileId), await statusOf(other)]).toEqual([404, 200])
    const { version: now } = await getDocument(drafter, { agencyId, documentId })
    await withdrawDocument(drafter, { agencyId, documentId, version: now, reason: 'wrong', note: '有误' })
    expect(await statusOf(other)).toBe(404)
  })

  it('have words before the text is released, and what is no picture of a text cannot be shown as one', async () => {
    const fileId = await upload()
    const { drafter } = office()
    const draft = await aDocument(runtime, agencyId, {
      nodeId,
      stage: 'draft',
      content: { html: shows(fileId, '') },
    })
    const { findings } = await getDocument(drafter, draft)
    expect(findings.find(({ rule }) => rule === 'PUB-55')).toMatchObject({ level: 'block', where: '正文' })
    expect(findings.map(({ where }) => where)).toContain('正文图片1：画面')

    const file = { title: '', name: '平面图.png', bytes: new Uint8Array(POINT) }
    const attached = await attachFile(drafter, {
      agencyId,
      documentId: draft.documentId,
      version: draft.version,
      ...file,
    })
    const misused = { ...content(nodeId), html: shows(attached.fileId) }
    const on = { agencyId, documentId: draft.documentId, version: attached.version }
    await expect(editDocument(drafter, { ...on, content: misused })).rejects.toThrow('不在文件库里')
    await expect(readTextPicture(drafter, { agencyId, fileId: attached.fileId })).rejects.toThrow('这幅图片')
    await expect(keepPicture(drafter, { agencyId, name: 'a.png', bytes: strToU8('<svg/>') })).rejects.toThrow(
      '不是 PNG',
    )
    const huge = Buffer.from(POINT)
    huge.writeUInt32BE(60_000, 16)
    huge.writeUInt32BE(60_000, 20)
    await expect(upload(huge)).rejects.toThrow('像素过多')
  })
})
