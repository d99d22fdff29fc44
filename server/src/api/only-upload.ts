import { Invalid } from '../errors.ts'
import type { Upload } from './route.ts'

/** The one file of a call that takes one. */
export function onlyUpload(files: readonly Upload[]): Upload {
  const [file, second] = files
  if (file === undefined || second !== undefined) {
    throw new Invalid('请选择一个附件上传', { file: '请选择一个附件上传' })
  }
  return file
}
