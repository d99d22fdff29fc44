import { catalogue, type KeyAreaView, type TopicView } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  Card,
  type Column,
  dayText,
  Flex,
  Form,
  Input,
  InputNumber,
  PageHead,
  QueryTable,
  Switch,
  Tag,
} from '../ui/index.ts'
import './disclosure.css'

const KEY_AREA_COLUMNS: readonly Column<KeyAreaView>[] = [
  { title: '重点领域', width: 190, cell: ({ label }) => label },
  {
    title: '应公开的内容',
    cell: ({ contents }) => (
      <Flex wrap gap={4}>
        {contents.map(({ content, count }) => (
          <Tag key={content} color={count === 0 ? 'warning' : 'success'} className="wraps">
            {content}：{count === 0 ? '没有信息' : `${count}条`}
          </Tag>
        ))}
      </Flex>
    ),
  },
  { title: '信息', width: 80, cell: ({ count }) => `${count}条` },
  { title: '最近更新', width: 150, cell: ({ newestOn }) => dayText(newestOn) || '—' },
]

/** 重点领域和专题: the same items seen from two more sides; where an item is shown is set on its own page. */
export default function ViewsPage() {
  const areas = useCall(catalogue.keyAreas)
  const topics = useCall(catalogue.topics)
  const [open, setOpen] = useState<TopicView | 'new'>()
  return (
    <>
      <PageHead title="重点领域和专题" note="一条信息、一个正文、多处展示" />
      <Flex vertical gap="middle">
        <Card
          title="热点专题"
          extra={
            <Gate permission="edit-guide">
              <Button onClick={() => setOpen('new')}>增加专题</Button>
            </Gate>
          }
        >
          <QueryTable
            query={topics}
            rows={topics.data}
            rowKey={({ code }) => code}
            columns={useTopicColumns(setOpen)}
            empty="还没有专题。"
          />
        </Card>
        <Card title="重点领域应公开的内容">
          <QueryTable
            query={areas}
            rows={areas.data}
            rowKey={({ areaId }) => areaId}
            columns={KEY_AREA_COLUMNS}
            empty="没有重点领域。"
          />
        </Card>
      </Flex>
      {open === undefined ? null : (
        <TopicDialog topic={open === 'new' ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </>
  )
}

function useTopicColumns(onOpen: (topic: TopicView) => void): readonly Column<TopicView>[] {
  const may = useMay()
  return [
    {
      title: '专题',
      cell: (topic) =>
        may('edit-guide') ? (
          <Button type="link" size="small" className="in-text" onClick={() => onOpen(topic)}>
            {topic.title}
          </Button>
        ) : (
          topic.title
        ),
    },
    { title: '说明', cell: ({ description }) => description || '—' },
    { title: '信息', cell: ({ count }) => `${count}条` },
    { title: '展示', cell: ({ isOpen }) => (isOpen ? '在门户展示' : '不再展示') },
  ]
}

function TopicDialog({ topic, onClose }: { topic: TopicView | undefined; onClose: () => void }) {
  const [code, setCode] = useState(topic?.code ?? '')
  return (
    <FormDialog
      title={topic === undefined ? '增加专题' : '修改专题'}
      route={catalogue.saveTopic}
      input={{ params: { code } }}
      initial={{ isOpen: true, sortOrder: 0, ...topic }}
      toBody={({ code: _, ...values }) => values}
      done="专题已经保存"
      onDone={onClose}
      onClose={onClose}
    >
      <Form.Item
        name="code"
        label="专题代码"
        extra="小写字母、数字和短横线，用作网址，设定后不再改变。"
        rules={[
          { required: true, message: '请填写专题代码' },
          { pattern: /^[a-z0-9][a-z0-9-]{0,40}$/, message: '专题代码只能用小写字母、数字和短横线' },
        ]}
      >
        <Input disabled={topic !== undefined} onChange={({ target }) => setCode(target.value)} />
      </Form.Item>
      <Field name="title">
        <Input maxLength={60} />
      </Field>
      <Field name="description">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} />
      </Field>
      <Field name="sortOrder">
        <InputNumber min={0} max={9999} precision={0} />
      </Field>
      <Field name="isOpen" valuePropName="checked">
        <Switch />
      </Field>
    </FormDialog>
  )
}
