import { parsePlainDate } from '@mingfu/law'
import type { OfficialDocument } from '../model.ts'

/** A reply letter with every kind of block, and with text that markup languages would take for their own. */
export const SAMPLE_LETTER: OfficialDocument = {
  layout: 'letter',
  issuer: '示例市住房和城乡建设局',
  number: '示住建复〔2024〕12号',
  title: '示例市住房和城乡建设局政府信息公开申请答复书',
  addressee: '张喆䶮',
  blocks: [
    { kind: 'paragraph', text: '本机关于2024年9月3日收到您提交的政府信息公开申请。' },
    { kind: 'heading', level: 1, text: '一、予以公开的内容' },
    { kind: 'paragraph', text: '2. 审计报告 *重要* #let $x$ <b>粗</b> & "引号"' },
    { kind: 'heading', level: 2, text: '（一）提供的形式' },
    { kind: 'list', ordered: true, items: ['中标通知书', '合同文本'] },
    { kind: 'list', ordered: false, items: ['光盘'] },
    {
      kind: 'table',
      caption: '提供信息清单',
      captionShown: true,
      columns: [1, 4, 2],
      headerRows: 2,
      size: 'body',
      rows: [
        [
          { text: '序号', header: 'column', rowSpan: 2 },
          { text: '信息', header: 'column', colSpan: 2 },
        ],
        [
          { text: '名称', header: 'column' },
          { text: '页数', header: 'column' },
        ],
        [{ text: '1', header: 'row' }, { text: '中标通知书' }, { text: '12', align: 'end' }],
      ],
    },
    { kind: 'remedy', text: '如不服本答复，可自收到之日起60日内向示例市人民政府申请行政复议。' },
    { kind: 'attachments', items: ['中标通知书', '合同文本（遮盖后）'] },
    {
      kind: 'signature',
      agencies: ['示例市住房和城乡建设局'],
      on: parsePlainDate('2024-09-30'),
      sealed: true,
    },
    { kind: 'note', text: '联系人：李四，电话：0000-1234567' },
  ],
}
