import { briefing, type ScoreTableInput } from '@mingfu/contract'
import { BRIEFING_LEVELS, SCORE_KINDS } from '@mingfu/law'
import { useState } from 'react'
import type { AnswerOf } from '../session/call.ts'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  Card,
  type Column,
  ErrorNote,
  Flex,
  Form,
  Input,
  InputNumber,
  momentText,
  PageHead,
  QueryTable,
  Select,
  Skeleton,
} from '../ui/index.ts'
import './briefing.css'
import { LEVEL_OPTIONS, SCORE_KIND_OPTIONS } from './words.ts'

type Entry = ScoreTableInput['entries'][number]

const COLUMNS: readonly Column<Entry>[] = [
  { title: '名称', cell: ({ label }) => label },
  { title: '种类', cell: ({ kind }) => SCORE_KINDS[kind] },
  { title: '层级', cell: ({ level }) => BRIEFING_LEVELS[level] },
  { title: '分值', align: 'right', cell: ({ points }) => points },
]

/** 分值表: what earns and costs points; every change is a version. */
export default function ScoresPage() {
  const rules = useCall(briefing.scores)
  const may = useMay()
  const [editing, setEditing] = useState(false)
  if (rules.error !== null) return <ErrorNote error={rules.error} />
  if (rules.data === undefined) return <Skeleton active />
  const { version, scores, versions } = rules.data
  return (
    <>
      <PageHead
        title="分值表"
        note={
          version === 0
            ? '还没有设定，现为通常的分值。已经计的分不随分值表改动。'
            : `第${version}版。已经计的分不随分值表改动。`
        }
        actions={
          may('edit-briefings') && !editing ? (
            <Button type="primary" onClick={() => setEditing(true)}>
              改动
            </Button>
          ) : null
        }
      />
      {editing ? (
        <ScoresForm setting={rules.data} onClose={() => setEditing(false)} />
      ) : (
        <Flex vertical gap="middle">
          <p>
            每月报送{scores.base.itemsAMonth}条以上的，得基本分{scores.base.points}分。
          </p>
          <QueryTable
            query={rules}
            rows={scores.entries}
            rowKey={({ code }) => code}
            columns={COLUMNS}
            empty="没有分值。"
          />
          {versions.length === 0 ? null : (
            <Card title="历次改动">
              {versions.map((one) => (
                <p key={one.version}>
                  第{one.version}版　{momentText(one.setAt)}　{one.setBy}：{one.reason}
                </p>
              ))}
            </Card>
          )}
        </Flex>
      )}
    </>
  )
}

function ScoresForm({
  setting: { version, scores },
  onClose,
}: Readonly<{ setting: AnswerOf<typeof briefing.scores>; onClose: () => void }>) {
  return (
    <ContractForm
      route={briefing.saveScores}
      submit="保存为新的一版"
      done="已经保存"
      initial={scores}
      toBody={(values) => ({ ...values, version })}
      onDone={onClose}
    >
      <Card title="基本分" className="below">
        <Flex wrap gap="middle">
          <Field name={['base', 'itemsAMonth']}>
            <InputNumber min={0} max={100} />
          </Field>
          <Field name={['base', 'points']}>
            <InputNumber min={0} max={1000} />
          </Field>
        </Flex>
      </Card>
      <Card title="采用、批示和扣分" className="below">
        <Form.List name="entries">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <Flex key={field.key} wrap gap="small" align="baseline" className="score-line">
                  <Form.Item name={[field.name, 'label']} rules={[{ required: true, message: '请填写名称' }]}>
                    <Input aria-label="名称" maxLength={40} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'kind']}>
                    <Select aria-label="种类" options={SCORE_KIND_OPTIONS} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'level']}>
                    <Select aria-label="层级" options={LEVEL_OPTIONS} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'points']}>
                    <InputNumber aria-label="分值" min={-1000} max={1000} />
                  </Form.Item>
                  <Form.Item name={[field.name, 'code']} hidden>
                    <Input />
                  </Form.Item>
                  <Button size="small" onClick={() => remove(field.name)}>
                    去掉
                  </Button>
                </Flex>
              ))}
              <Button
                onClick={() =>
                  add({
                    code: `own-${Date.now().toString(36)}`,
                    kind: 'adoption',
                    level: 'own',
                    label: '',
                    points: 5,
                  })
                }
              >
                增加一项
              </Button>
            </>
          )}
        </Form.List>
      </Card>
      <Card className="below">
        <Field name="reason" extra="如：按某次会议的要求。">
          <Input />
        </Field>
      </Card>
    </ContractForm>
  )
}
