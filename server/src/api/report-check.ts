import { reportCheck as contract } from '@mingfu/contract'
import { Invalid } from '../errors.ts'
import { checkUploadedReport } from '../services/annual-reports/check-uploaded-report.ts'
import type { Api } from './route.ts'

export function reportCheckRoutes(api: Api): void {
  api.route(contract.check, async ({ files }) => {
    const previous = files.find(({ field }) => field === 'previous')
    const file = files.find((one) => one !== previous)
    if (file === undefined) throw new Invalid('请随请求上传一个年度报告文件', { file: '请上传一个文件' })
    const { checked, read } = await checkUploadedReport({
      fileName: file.name,
      bytes: file.bytes,
      ...(previous === undefined ? {} : { previous: { fileName: previous.name, bytes: previous.bytes } }),
    })
    return { ...checked, unread: read.unread }
  })
}
