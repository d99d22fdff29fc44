import { type SameMatterView, supervision } from '@mingfu/contract'
import { useState } from 'react'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  Card,
  dayText,
  Empty,
  ErrorNote,
  Flex,
  PageHead,
  QueryTable,
  Skeleton,
  Tabs,
  Tag,
  Typography,
  useFilters,
} from '../ui/index.ts'
import { IssueOrderDialog } from './issue-order-dialog.tsx'
import { useYear, YearChoice } from './year-choice.tsx'

/** 答复比对: the same matter, or the same person, at several agencies; answers that differ come first. */
export default function SameMattersPage() {
  const [{ same = 'matter' }, setFilters] = useFilters('same')
  const year = useYear()
  const by = same === 'applicant' ? 'applicant' : 'matter'
  const found = useCall(supervision.sameMatters, { query: { year, same: by } })
  return (
    <>
      <PageHead
        title="答复比对"
        note="内容相同或者申请人相同、向不同机关提出的申请。申请人已经遮盖，每次查看留有记录；是否不当由人判断。"
        actions={<YearChoice />}
      />
      <Tabs
        activeKey={by}
        onChange={(key) => setFilters({ same: key })}
        items={[
          { key: 'matter', label: '同一事项' },
          { key: 'applicant', label: '同一申请人' },
        ]}
      />
      <ErrorNote error={found.error} />
      {found.isPending ? <Skeleton active /> : null}
      {found.data?.length === 0 ? <Empty description="没有发现" /> : null}
      <Flex vertical gap="middle">
        {found.data?.map((matter) => (
          <Matter key={matter.answers.map(({ number }) => number).join()} matter={matter} />
        ))}
      </Flex>
    </>
  )
}

function Matter({ matter }: { matter: SameMatterView }) {
  const [ordering, setOrdering] = useState<SameMatterView['answers'][number]>()
  const { same, applicant, asked, differs, answers } = matter
  return (
    <Card
      size="small"
      title={<span className="detail">{same === 'matter' ? asked : applicant}</span>}
      extra={differs ? <Tag color="warning">答复不一致</Tag> : null}
    >
      <Flex vertical gap="small">
        {same === 'matter' ? <Typography.Text type="secondary">申请人：{applicant}</Typography.Text> : null}
        <QueryTable
          query={{ isPending: false, error: null }}
          rows={answers}
          rowKey={({ number }) => number}
          empty=""
          columns={[
            { title: '机关', cell: ({ agency }) => agency },
            { title: '申请编号', cell: ({ number }) => number },
            { title: '申请内容', cell: (one) => one.asked },
            { title: '收到', cell: ({ receivedOn }) => (receivedOn === null ? '—' : dayText(receivedOn)) },
            { title: '答复', cell: ({ outcomeLabel }) => outcomeLabel ?? <Tag>尚未答复</Tag> },
            {
              title: '办理',
              cell: (one) => (
                <Button size="small" onClick={() => setOrdering(one)}>
                  督办
                </Button>
              ),
            },
          ]}
        />
      </Flex>
      {ordering === undefined ? null : (
        <IssueOrderDialog
          initial={{
            toAgencyId: ordering.agencyId,
            requestNumber: ordering.number,
            ...(differs ? { ground: 'differing-answers' } : {}),
          }}
          onClose={() => setOrdering(undefined)}
        />
      )}
    </Card>
  )
}
