import { type LessonsView, remedies } from '@mingfu/contract'
import { FAILED_STEPS } from '@mingfu/law'
import { Link } from '@tanstack/react-router'
import { useCall } from '../session/use-call.ts'
import { Alert, Card, dayText, Flex, PageHead, QueryTable, Tag } from '../ui/index.ts'
import { nameOf } from './words.ts'
import './remedies.css'

type Case = LessonsView['cases'][number]
type Step = LessonsView['steps'][number]

/** 败诉案件分析: which step of the work failed, how often, and what was done about it. */
export default function LessonsPage() {
  const lessons = useCall(remedies.lessons)
  const years = lessons.data?.years ?? []
  return (
    <>
      <PageHead
        title="被纠正案件分析"
        note="结果为纠正的复议、诉讼案件，按出问题的环节归类；一审、二审按一件计。"
        back={<Link to="/remedies">行政复议、行政诉讼</Link>}
      />
      <Flex vertical gap="large">
        {(lessons.data?.unexplained ?? 0) > 0 ? (
          <Alert type="warning" showIcon title={`还有${lessons.data?.unexplained}件没有登记原因分析`} />
        ) : null}
        <Card title="出问题的环节">
          <QueryTable<Step>
            query={lessons}
            rows={lessons.data?.steps}
            rowKey={({ step }) => step}
            empty="没有被纠正的案件"
            columns={[
              { title: '环节', cell: ({ step }) => FAILED_STEPS[step].label },
              ...years.map((year, index) => ({
                title: `${year}年`,
                align: 'right' as const,
                cell: ({ counts }: Step) => counts[index] ?? 0,
              })),
              { title: '合计', align: 'right', cell: ({ total }) => <strong>{total}</strong> },
            ]}
          />
        </Card>
        <Card title="案件">
          <QueryTable<Case>
            query={lessons}
            rows={lessons.data?.cases}
            rowKey={({ disputeId }) => disputeId}
            empty="没有被纠正的案件"
            columns={[
              { title: '案件', cell: (one) => <Link to={`/remedies/${one.disputeId}`}>{nameOf(one)}</Link> },
              {
                title: '审结',
                cell: ({ resultLabel, concludedOn }) =>
                  `${resultLabel ?? ''} ${concludedOn === null ? '' : dayText(concludedOn)}`,
              },
              { title: '环节', cell: StepOf },
              {
                title: '原因',
                cell: ({ lesson }) =>
                  lesson === '' ? '还没有登记' : <span className="detail">{lesson}</span>,
              },
              { title: '改进措施', cell: Measure },
            ]}
          />
        </Card>
      </Flex>
    </>
  )
}

function StepOf({ failedStep }: Case) {
  return failedStep === null ? '—' : <Tag>{FAILED_STEPS[failedStep].label}</Tag>
}

function Measure({ measure, measureDueOn, measureDoneOn }: Case) {
  if (measure === '') return '—'
  const when =
    measureDoneOn !== null
      ? `${dayText(measureDoneOn)}完成`
      : measureDueOn !== null
        ? `${dayText(measureDueOn)}前完成`
        : ''
  return (
    <span className="detail">
      {measure}
      {when === '' ? '' : `（${when}）`}
    </span>
  )
}
