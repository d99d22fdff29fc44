import type { RequestView } from '@mingfu/contract'
import { Card, dayText, momentText, Statute, Timeline, Typography } from '../ui/index.ts'

/** 办理经过: what happened, by whose hand, by which article; only added to. */
export function CourseCard({ file }: { file: RequestView }) {
  return (
    <Card title="办理经过">
      <Timeline
        items={file.timeline.map(({ id, label, on, recordedAt, actor, basis, lines, kind }) => ({
          key: id,
          color: kind === null ? 'gray' : 'blue',
          content: (
            <>
              <strong>{label}</strong>　{on === null ? '' : dayText(on)}
              <br />
              <Typography.Text type="secondary">
                {actor}，{momentText(recordedAt)}登记
              </Typography.Text>
              {lines.map((line) => (
                <div key={line} className="detail">
                  {line}
                </div>
              ))}
              <div>
                <Statute of={basis} />
              </div>
            </>
          ),
        }))}
      />
    </Card>
  )
}
