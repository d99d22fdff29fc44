import { describe, expect, it } from 'vitest'
import { documentBlocks } from './document-blocks.ts'
import { ruleHtml } from './rule-text.ts'

describe('规章正文', () => {
  it('makes headings of chapters and sections, and lets the number of an article stand out', () => {
    expect(
      ruleHtml(
        '<p>第一章　总则</p><p>第一条 为了规范停车，制定本办法。</p><p>前款所称的车辆，包括电动车。</p><p>第二节 收费</p><p>第十二条之一　另行规定。</p>',
      ),
    ).toBe(
      '<h2>第一章　总则</h2><p><strong>第一条</strong>　为了规范停车，制定本办法。</p><p>前款所称的车辆，包括电动车。</p><h2>第二节　收费</h2><p><strong>第十二条之一</strong>　另行规定。</p>',
    )
  })

  it('takes no sentence for a heading, and leaves what stands out already', () => {
    const html =
      '<p>第一章规定的事项，由城市管理部门负责。</p><p><strong>第三条</strong>　停车。</p><p>依照第三条办理。</p>'
    expect(ruleHtml(html)).toBe(html)
  })

  it('goes to Word and PDF as caption and text, chapters in the middle, and is not signed below', () => {
    const blocks = documentBlocks(
      {
        kind: 'regulation',
        form: { promulgatedOn: '2019-12-20', promulgatedBy: '中河市人民政府令第5号' },
        html: '<p>第一章 总则</p><p>第一条 停车。</p>',
        issuer: '中河市人民政府',
        writtenOn: '2019-12-20' as never,
        effectiveOn: '2020-02-01' as never,
      },
      [],
    )
    expect(blocks).toEqual([
      {
        kind: 'paragraph',
        text: '（2019年12月20日中河市人民政府令第5号公布　自2020年2月1日起施行）',
        align: 'center',
      },
      { kind: 'heading', level: 1, text: '第一章　总则', align: 'center' },
      { kind: 'paragraph', text: '第一条　停车。' },
    ])
  })
})
