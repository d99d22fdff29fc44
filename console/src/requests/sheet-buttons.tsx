import { type RequestView, requests } from '@mingfu/contract'
import { useState } from 'react'
import { download } from '../session/call.ts'
import { useMay } from '../session/use-session.ts'
import { Button, Dropdown, ErrorNote } from '../ui/index.ts'

type Code = 'D01' | 'D16' | 'D17' | 'D18' | 'D19'

const TITLES: Readonly<Record<Exclude<Code, 'D16'>, string>> = {
  D01: '申请登记表',
  D17: '检索记录',
  D18: '审查呈批单',
  D19: '结案归档目录',
}

/** 表单: drawn from the history when asked for; what is missing in one is said instead. */
export function SheetButtons({ file }: { file: RequestView }) {
  const may = useMay()
  const [error, setError] = useState<unknown>(null)
  const codes = (Object.keys(TITLES) as (keyof typeof TITLES)[]).filter(
    (code) => code !== 'D01' || may('reveal-applicant'),
  )
  const items = codes.flatMap((code) =>
    (['pdf', 'docx'] as const).map((type) => ({
      key: `${code} ${type}`,
      label: `${TITLES[code]}（${type === 'pdf' ? 'PDF' : 'Word'}）`,
    })),
  )
  const fetchSheet = (key: string) => {
    const [code, type] = key.split(' ') as [Code, 'pdf' | 'docx']
    setError(null)
    download(requests.sheet, { params: { requestId: file.requestId, code }, query: { type } }).catch(setError)
  }
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => fetchSheet(key) }} trigger={['click']}>
        <Button size="small">生成表单</Button>
      </Dropdown>
      <ErrorNote error={error} />
    </>
  )
}
