import { expect, test } from 'vitest'
import { citationText } from '../citation.ts'
import { parsePlainDate } from '../plain-date.ts'
import { plainWords } from './plain-words.ts'

const on = parsePlainDate

test('the rules in force, as a page says them', () => {
  const words = plainWords(on('2025-03-03'))
  expect(words.reply.text).toBe('能够当场答复的，当场答复；不能当场答复的，自收到申请之日起20个工作日内答复')
  expect(citationText(words.reply.basis)).toBe('《中华人民共和国政府信息公开条例》第三十三条第二款')
  expect(words.extension.text).toBe(
    '需要延长答复期限的，经政府信息公开工作机构负责人同意并告知申请人，延长的期限最长不得超过20个工作日',
  )
  expect(words.correction.text).toBe('申请内容不明确的，自收到申请之日起7个工作日内一次性告知补正')
  expect(words.consultation.text).toBe('被征求意见的自收到征求意见书之日起15个工作日内提出意见')
})

test('a request under the old regulation is told the old figures, and none where there were none', () => {
  const words = plainWords(on('2019-05-14'))
  expect(words['reply-within'].text).toBe('自收到申请之日起15个工作日内')
  expect(words.correction.text).toBe('申请内容不明确的，一次性告知补正')
  expect(words.consultation.text).toBe('被征求意见的在合理期限内提出意见')
})
