import { type AlikeText, annualReports } from '@mingfu/contract'
import { useQuery } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { Alert } from '../ui/index.ts'

const SECTIONS = { s1: '第一部分', s5: '第五部分' } as const

/** 雷同提醒: a section that is too like an earlier report or another unit's is named before anybody publishes it. */
export function AlikeNote({ year }: { year: number }) {
  const alike = useQuery({
    queryKey: ['annual-report', String(year), 'alike'],
    queryFn: () => call(annualReports.alike, { params: { year } }),
  })
  if (alike.data === undefined || alike.data.length === 0) return null
  return (
    <Alert
      className="below"
      type="warning"
      title="文字与已发布的报告雷同，请按本年实际情况重写"
      description={
        <ul>
          {alike.data.map((text) => (
            <li key={`${text.section} ${text.agencyName} ${text.year}`}>{sentenceOf(text)}</li>
          ))}
        </ul>
      }
    />
  )
}

function sentenceOf({ section, agencyName, year, isOwn, similarity }: AlikeText): string {
  const whose = isOwn ? `本机关${year}年度报告` : `${agencyName}${year}年度报告`
  return `${SECTIONS[section]}与${whose}相似度为${Math.floor(similarity * 100)}%`
}
