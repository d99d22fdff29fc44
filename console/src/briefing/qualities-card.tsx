import type { BriefingFileView } from '@mingfu/contract'
import { BRIEFING_KINDS, BRIEFING_QUALITIES, type BriefingQuality, LIKENESS_TO_SHOW } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Card, Typography } from '../ui/index.ts'

type Measured = NonNullable<BriefingFileView['qualities']>

/** 快新准深精: facts with where they come from; the office judges, the program counts. */
export function QualitiesCard({ item }: { item: BriefingFileView }) {
  const { qualities } = item
  if (qualities === null) return null
  return (
    <Card title="快、新、准、深、精">
      <dl className="qualities">
        {(Object.keys(BRIEFING_QUALITIES) as BriefingQuality[]).map((id) => (
          <div key={id}>
            <dt>{BRIEFING_QUALITIES[id].word}</dt>
            <dd>
              {FACTS[id](qualities, item)}
              <Typography.Text type="secondary" className="quality-source">
                {BRIEFING_QUALITIES[id].fact}
              </Typography.Text>
            </dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}

const FACTS: Readonly<Record<BriefingQuality, (measured: Measured, item: BriefingFileView) => ReactNode>> = {
  quick: ({ quick: { hours } }) => (hours === null ? '没有填写事情发生的时间' : `发生后${hours}小时报送`),
  fresh: ({ fresh: { likeness, likeItemId } }, { likeTitle }) => {
    if (likeness === null || likeItemId === null) return '以往没有相近的信息'
    const share = `最高相似度${Math.round(likeness * 100)}%`
    return likeness < LIKENESS_TO_SHOW ? (
      share
    ) : (
      <>
        {share}，与<Link to={`/briefing/${likeItemId}`}>{likeTitle ?? '以往的一条'}</Link>相近
      </>
    )
  },
  accurate: ({ accurate: { returns, factsCorrected } }) =>
    `退回${returns}次；${factsCorrected === '' ? '编辑时没有改正事实差错' : `改正事实差错：${factsCorrected}`}`,
  deep: ({ deep: { marks } }, { kind }) => {
    const said = [marks.problem ? '问题' : '', marks.cause ? '原因' : '', marks.advice ? '建议' : ''].filter(
      (word) => word !== '',
    )
    return `${BRIEFING_KINDS[kind].label}；文中${said.length === 0 ? '没有写到问题、原因、建议' : `写到${said.join('、')}`}`
  },
  concise: ({ concise: { submittedLength, editedLength, editedShare } }) =>
    `报送${submittedLength}字，编辑后${editedLength}字，编辑改动${Math.round(editedShare * 100)}%`,
}
