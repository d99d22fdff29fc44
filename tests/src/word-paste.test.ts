import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newPage, openBrowser } from './browser.ts'
import { WORD_LISTS, WORD_NOTES, WORD_REVISIONS, WORD_TABLE } from './clipboard/word-clipboard.ts'
import { WPS_TEXT } from './clipboard/wps-clipboard.ts'

const PAGE = fileURLToPath(new URL('../../console/src/disclosure/testing/paste-page.ts', import.meta.url))

let browser: Browser
let page: Page
let closeBrowser: () => Promise<void>
beforeAll(async () => {
  const opened = await openBrowser()
  browser = opened.browser
  closeBrowser = opened.close
  const { outputFiles } = await build({
    entryPoints: [PAGE],
    bundle: true,
    write: false,
    format: 'iife',
    platform: 'browser',
    define: { 'process.env.NODE_ENV': '"production"' },
    jsx: 'automatic',
  })
  page = (await newPage(browser, { width: 800 })).page
  await page.setContent('<!doctype html><div id="editor"></div>')
  await page.addScriptTag({ content: outputFiles[0]?.text ?? '' })
})
afterAll(() => closeBrowser?.())

/** What the editor holds after a paste, without what it writes on every table; the server leaves that out as well. */
async function pasted(html: string): Promise<string> {
  const got = await page.evaluate(
    (clipboard) => (globalThis as unknown as { paste(html: string): string }).paste(clipboard),
    html,
  )
  return (
    got
      // The editor offers a line to go on after a table.
      .replace(/<p><\/p>$/, '')
      .replace(/<colgroup>.*?<\/colgroup>/g, '')
      .replace(/ (?:style="[^"]*"|colspan="1"|rowspan="1")/g, '')
      .replace(/(<\/(?:p|h2|ul|ol|table)>)(?=<(?:p|h2|ul|ol|table))/g, '$1\n')
  )
}

test('lists of Word stay lists on their levels, and numbers that are wording stay words', async () => {
  expect((await pasted(WORD_LISTS)).split('\n')).toEqual([
    '<h2>一、总体要求</h2>',
    '<p><strong>坚持</strong>依法公开。</p>',
    '<ul><li><p>以公开为常态</p></li><li><p>以不公开为例外</p>',
    '<ul><li><p>依法、及时</p></li><li><p>准确</p></li></ul></li><li><p>便民</p></li></ul>',
    '<ol start="3"><li><p>第三项</p></li><li><p>第四项</p></li></ol>',
    '<p>（一）新建项目；</p>',
    '<p>（二）改建项目。</p>',
    '<p>①申请表</p>',
    '<p>第一条　为规范管理，制定本办法。</p>',
  ])
})

test('notes of Word stand where they are referred to, footnotes and endnotes, and nothing of their list is left', async () => {
  expect(await pasted(WORD_NOTES)).toBe(
    '<p>常住人口<small>以本市统计口径为准。</small>9.8万人，城镇化率<small>2025年年末数，初步统计。</small>为41%<small>不含流动人口。</small>。</p>',
  )
})

test('tables of Word keep head, merged cells and the table within a cell, without the row that holds columns apart', async () => {
  expect((await pasted(WORD_TABLE)).replaceAll('\n', '')).toBe(
    '<table><tbody>' +
      '<tr><th><p>项目</p></th><th colspan="2"><p>金额</p></th></tr>' +
      '<tr><td rowspan="2"><p>收入</p></td><td><p>预算</p></td><td><p>100</p></td></tr>' +
      '<tr><td><p>决算</p></td><td><p>98</p></td></tr>' +
      '<tr><td><p>说明</p></td><td colspan="2"><p>见下表</p><table><tbody><tr><td><p>一季度</p></td><td><p>25</p></td></tr></tbody></table></td></tr>' +
      '</tbody></table>',
  )
})

test('what was deleted, hidden or remarked stays behind, and so do pictures on the disk of who copied', async () => {
  expect((await pasted(WORD_REVISIONS)).split('\n')).toEqual(['<p>应当公开。</p>', '<p>姓名：　金额</p>'])
})

test('WPS is read like Word: title, note, numbers and table', async () => {
  expect((await pasted(WPS_TEXT)).split('\n')).toEqual([
    '<p><strong>关于印发办法的通知</strong></p>',
    '<p>现将有关事项<small>自印发之日起施行。</small>通知如下：</p>',
    '<ol><li><p>及时公开</p></li><li><p>准确公开</p></li></ol>',
    '<p>（1）写明依据</p>',
    '<table><tbody><tr><td colspan="2"><p>收支</p></td></tr><tr><td><p>收入</p></td><td><p>100</p></td></tr></tbody></table>',
  ])
})
