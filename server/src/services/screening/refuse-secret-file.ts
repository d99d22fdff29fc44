import { cite, refuse } from '@mingfu/law'
import { screenFile } from '@mingfu/screening'
import { uphold } from '../uphold.ts'

/** 涉密文件: a file with a mark of secrecy in any layer is neither kept nor handed out. 《保守国家秘密法》第三十一条 */
export async function refuseSecretFile(bytes: Uint8Array, name: string): Promise<void> {
  const { findings } = await screenFile(bytes, name)
  const secret = findings.find(({ rule, certainty }) => rule === 'PUB-67' && certainty === 'certain')
  if (secret === undefined) return
  const reason = `“${name}”（${secret.where}）${secret.message}。文件没有保存，也不能提供`
  uphold(refuse('secret-mark', reason, cite('secrecy-law', 31)))
}
