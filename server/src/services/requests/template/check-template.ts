import type { DocumentCode } from '@mingfu/law'
import { TemplateHandler } from 'easy-template-x'
import { Invalid } from '../../../errors.ts'
import { optionalTags, requiredTags } from './template-tags.ts'

const handler = new TemplateHandler()

/** 模板检查: throws `Invalid` naming every place that is missing, or that nothing fills. */
export async function checkTemplate(code: DocumentCode, bytes: Uint8Array): Promise<void> {
  let tags: readonly string[]
  try {
    tags = (await handler.parseTags(Buffer.from(bytes))).map(({ name }) => name)
  } catch {
    throw new Invalid('模板不能读取，请用 Word 另存为 .docx 格式后再上传', { file: '请另存为 .docx 格式' })
  }
  const missing = requiredTags(code).filter((tag) => !tags.includes(tag))
  if (missing.length > 0) {
    const said = missing.map((tag) => `{${tag}}`).join('、')
    throw new Invalid(`模板中缺少：${said}。缺少法定要素的文书不能出具，请补上后再上传`, {
      file: `缺少：${said}`,
    })
  }
  const known = new Set([...requiredTags(code), ...optionalTags(code)])
  const unknown = [...new Set(tags)].filter((tag) => !known.has(tag))
  if (unknown.length > 0) {
    const said = unknown.map((tag) => `{${tag}}`).join('、')
    throw new Invalid(`模板中的${said}没有内容可以填写，请删除或者改正`, { file: `不认识：${said}` })
  }
}
