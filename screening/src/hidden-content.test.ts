import { describe, expect, it, test } from 'vitest'
import { readLayers } from './layers/read-layers.ts'
import { screenLayers } from './screen-layers.ts'
import { STANDARD_LISTS } from './screen-texts.ts'
import { docx, FULL_DOCX } from './testing/docx-plants.ts'
import { jpeg, WITH_PLACE } from './testing/image-plants.ts'
import { BLACK, drawnPdf, INVISIBLE, NUMBER, WHITE } from './testing/pdf-plants.ts'
import { xlsx } from './testing/xlsx-plants.ts'

async function hiddenIn(bytes: Uint8Array, name: string): Promise<readonly (readonly string[])[]> {
  const { findings } = screenLayers(await readLayers(bytes, name), STANDARD_LISTS)
  return findings
    .filter(({ rule }) => ['PUB-64', 'PUB-65', 'PUB-84', 'PUB-85', 'PUB-81'].includes(rule))
    .map(({ rule, level, where, message }) => [rule, level, where, message])
}

const COVERED = ['PUB-65', 'veto', '第1页', '遮盖框下面的文字仍能复制，请用本系统的遮盖功能重新生成文件']
const UNSEEN = ['PUB-64', 'block', '第1页（看不见的文字）', '有看不见的文字，请重新生成文件']

describe('PDF: text that is there and not seen', () => {
  it('under a black box', async () => {
    const pdf = await drawnPdf(({ page, font }) => {
      page.drawText(NUMBER, { x: 20, y: 100, size: 12, font })
      page.drawRectangle({ x: 18, y: 96, width: 160, height: 16, color: BLACK })
    })
    expect(await hiddenIn(pdf, 'a.pdf')).toEqual([COVERED])
  })

  it('under a white box', async () => {
    const pdf = await drawnPdf(({ page, font }) => {
      page.drawText(NUMBER, { x: 20, y: 100, size: 12, font })
      page.drawRectangle({ x: 18, y: 96, width: 160, height: 16, color: WHITE })
    })
    expect(await hiddenIn(pdf, 'a.pdf')).toEqual([COVERED])
  })

  it('in white, and in the invisible mode', async () => {
    for (const more of [{ color: WHITE }, { renderMode: INVISIBLE }]) {
      const pdf = await drawnPdf(({ page, font }) =>
        page.drawText(NUMBER, { x: 20, y: 100, size: 12, font, ...more }),
      )
      expect(await hiddenIn(pdf, 'a.pdf')).toEqual([UNSEEN])
    }
  })

  it('but not white letters on a dark heading, a box beside the text, or a highlighter', async () => {
    const pdf = await drawnPdf(({ page, font }) => {
      page.drawRectangle({ x: 18, y: 96, width: 160, height: 16, color: BLACK })
      page.drawText(NUMBER, { x: 20, y: 100, size: 12, font, color: WHITE })
      page.drawText(NUMBER, { x: 20, y: 60, size: 12, font })
      page.drawRectangle({ x: 200, y: 56, width: 160, height: 16, color: BLACK })
      page.drawText(NUMBER, { x: 20, y: 20, size: 12, font })
      page.drawRectangle({ x: 18, y: 16, width: 160, height: 16, color: BLACK, opacity: 0.4 })
    })
    expect(await hiddenIn(pdf, 'a.pdf')).toEqual([])
  })
})

describe('Word and Excel: each hidden thing is named where it is', () => {
  it('the body of a Word file with everything in it', async () => {
    const places = (await hiddenIn(FULL_DOCX, '通知.docx')).map(([, , where]) => where)
    expect(new Set(places)).toEqual(
      new Set([
        '批注',
        '正文（隐藏文字）',
        '正文（白色文字）',
        '正文（修订删除）',
        '自定义文件属性',
        '文件属性',
        '嵌入的对象a.docx',
      ]),
    )
  })

  it('who wrote it, and nothing of a program that wrote it by itself', async () => {
    const core = (name: string) => ({
      'docProps/core.xml': `<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc"><dc:creator>${name}</dc:creator></cp:coreProperties>`,
    })
    expect(await hiddenIn(docx(core('张三')), 'a.docx')).toEqual([
      ['PUB-64', 'block', '文件属性', '文件属性中有作者、修改人，请清除后再上传'],
    ])
    expect(await hiddenIn(docx(core('Administrator')), 'a.docx')).toEqual([])
    expect(await hiddenIn(xlsx({}), 'a.xlsx')).toEqual([])
    expect(await hiddenIn(xlsx({}, 'hidden'), 'a.xlsx')).toEqual([
      ['PUB-64', 'block', '隐藏的工作表“底表”', '有隐藏的工作表，请删除后再上传'],
    ])
  })

  it('where a picture was taken', async () => {
    const place = ['PUB-64', 'block', '图片信息（位置）', '图片带有拍摄位置，请清除图片信息后再上传']
    expect(await hiddenIn(WITH_PLACE, '现场.jpg')).toEqual([place])
    expect(await hiddenIn(docx({ 'word/media/image1.jpeg': WITH_PLACE }), 'a.docx')).toEqual([
      ['PUB-64', 'block', '图片image1.jpeg：图片信息（位置）', place[3]],
    ])
    expect(await hiddenIn(new Uint8Array(jpeg()), '现场.jpg')).toEqual([])
  })
})

describe('links', () => {
  // biome-ignore format: a table
  const CASES = [
    ['<a href="https://spam.example.com/" style="display:none">彩票</a>',      'PUB-85', 'veto',  '有隐藏的链接（不显示），请删除'],
    ['<div style="left:-9999px"><a href="https://spam.example.com/">彩票</a></div>', 'PUB-85', 'veto', '有隐藏的链接（移到页面之外），请删除'],
    ['<a href="https://spam.example.com/" style="color:#fff">彩票</a>',        'PUB-85', 'veto',  '有隐藏的链接（与背景同色），请删除'],
    ['<a href="https://spam.example.com/" style="font-size:0">彩票</a>',       'PUB-85', 'veto',  '有隐藏的链接（字号为零），请删除'],
    ['<a href="https://spam.example.com/" style="width:0;height:0">彩票</a>',  'PUB-85', 'veto',  '有隐藏的链接（尺寸为零），请删除'],
    ['<a href="https://spam.example.com/"></a>',                               'PUB-85', 'veto',  '有隐藏的链接（没有文字的链接），请删除'],
    ['<a href="http://10.1.2.3/oa">通知</a>',                                  'PUB-84', 'block', '链接指向内部网络，公众打不开，请改为公开的网址'],
    ['<a href="http://218.29.1.1/a">通知</a>',                                 'PUB-84', 'block', '链接使用IP地址，请改为域名'],
    ['<a href="file:///C:/a.doc">通知</a>',                                    'PUB-84', 'block', '链接指向本机的文件，公众打不开，请改为网址或者附件'],
    ['<a href="https://www.other.com/">www.gov.cn</a>',                        'PUB-81', 'block', '链接的文字与实际网址不是同一个网站，请核对'],
  ] as const
  test.each(CASES)('%s', async (html, rule, level, message) => {
    const found = await hiddenIn(new Uint8Array(Buffer.from(`<html><body>${html}</body></html>`)), 'a.html')
    expect(found.filter(([each]) => each !== 'PUB-64')).toEqual([[rule, level, '正文', message]])
  })

  it('leaves ordinary links alone', async () => {
    const html =
      '<a href="https://www.gov.cn/">中国政府网</a><a href="/files/1">附件</a><a href="https://www.gov.cn/x">www.gov.cn</a>' +
      '<a href="https://www.gov.cn/"><img src="/a.png" alt="标识"></a><p style="background:#c00;color:#fff"><a href="/x">红底白字</a></p>'
    expect(await hiddenIn(new Uint8Array(Buffer.from(html)), 'a.html')).toEqual([])
  })
})

describe('what cannot be read is said, and not passed over', () => {
  // biome-ignore format: a table
  const CASES = [
    ['an empty file',  'a.pdf',  new Uint8Array(),                                    '文件是空的，请检查后重新提供'],
    ['a broken zip',   'a.docx', new Uint8Array(Buffer.from('PK\x03\x04 cut short')), '文件已损坏或者没有传完整，请重新取得文件后再试'],
    ['a broken PDF',   'a.pdf',  new Uint8Array(Buffer.from('%PDF-1.7 cut short')),   'PDF 文件已损坏或没有传完整，请重新取得文件后再试'],
    ['a picture',      'a.jpg',  new Uint8Array(jpeg()),                              '图片画面上的文字没有检查，请人工核对'],
  ] as const
  test.each(CASES)('%s', async (_case, name, bytes, why) => {
    expect((await readLayers(bytes, name)).unread.map((each) => each.why)).toEqual([why])
  })
})
