import { expect, test } from 'vitest'
import { fontDirectories, TYPE_FACES } from './fonts.ts'
import { drawInWorker } from './typst-pool.ts'

const setup = { fontDirectories: fontDirectories(), faces: TYPE_FACES }
const document = {
  pictures: [],
  document: JSON.stringify({
    layout: 'report',
    title: '测试',
    titleLines: ['测试'],
    issuer: '',
    issuerSize: 36,
    writtenOn: null,
    blocks: [],
  }),
}

test('a document that cannot be drawn is refused, and the next one is drawn', async () => {
  const [bad, good] = await Promise.allSettled([
    drawInWorker({ pictures: [], document: '{' }, setup),
    drawInWorker(document, setup),
  ])
  expect(bad).toMatchObject({ status: 'rejected', reason: { code: 'pdf-not-drawn' } })
  expect(good.status).toBe('fulfilled')
})

test('a set of fonts that cannot serve is refused by its own worker, and the others go on', async () => {
  const useless = { fontDirectories: [], faces: { body: ['Noto Serif SC'] } }
  await expect(drawInWorker(document, useless)).rejects.toThrow('生成 PDF 失败：')
  expect((await drawInWorker(document, setup)).length).toBeGreaterThan(1000)
})
