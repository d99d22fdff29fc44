import { type ReviewLevelInput, release } from '@mingfu/contract'
import { CONTENT_KINDS, LATER_REVIEW, REVIEW_ROLES, REVIEW_STEPS, STEP_ROLES } from '@mingfu/law'
import { useState } from 'react'
import type { AnswerOf } from '../session/call.ts'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useMay } from '../session/use-session.ts'
import {
  Button,
  Card,
  Flex,
  Form,
  Input,
  InputNumber,
  momentText,
  Select,
  Switch,
  Typography,
} from '../ui/index.ts'
import { useKindOptions } from './use-kinds.ts'

type Setting = AnswerOf<typeof release.rules>
type Levels = readonly ReviewLevelInput[]

/** 审核级次的设定: to read for everybody, to change for the head of the office, with every version before. */
export function ReleaseRulesCard({ setting }: { setting: Setting }) {
  const may = useMay()
  const [editing, setEditing] = useState(false)
  return (
    <>
      <Card
        title={setting.version === 0 ? '审核级次（通常的三级）' : `审核级次（第${setting.version}版）`}
        extra={may('lead-office') && !editing ? <Button onClick={() => setEditing(true)}>改动</Button> : null}
      >
        {editing ? (
          <RulesForm setting={setting} onClose={() => setEditing(false)} />
        ) : (
          <RulesText rules={setting.rules} />
        )}
      </Card>
      {setting.versions.length === 0 ? null : (
        <Card title="历次改动">
          {setting.versions.map(({ version, rules, reason, setAt, setBy }) => (
            <details key={version}>
              <summary>
                第{version}版　{momentText(setAt)}　{setBy}：{reason}
              </summary>
              <RulesText rules={rules} />
            </details>
          ))}
        </Card>
      )}
    </>
  )
}

function RulesText({ rules: { levels, byKind, proofread, laterReviewWithin } }: { rules: Setting['rules'] }) {
  return (
    <>
      <Typography.Paragraph>{levelsText(levels)}</Typography.Paragraph>
      {Object.entries(byKind).map(([kind, own]) => (
        <Typography.Paragraph key={kind}>
          {CONTENT_KINDS[kind as keyof typeof CONTENT_KINDS].label}：{levelsText(own ?? [])}
        </Typography.Paragraph>
      ))}
      <Typography.Paragraph type="secondary">
        {proofread ? '每一级审核同时校对（三审三校）。' : '审核时不另作校对记录。'}
        应急发布后{laterReviewWithin}个工作日内补审。已经送审的，仍按送审时的级次办理。
      </Typography.Paragraph>
    </>
  )
}

function levelsText(levels: Levels): string {
  return levels.map(({ label, role }) => `${label}（${REVIEW_ROLES[role]}）`).join(' → ')
}

function RulesForm({ setting, onClose }: { setting: Setting; onClose: () => void }) {
  const { version, rules } = setting
  const kinds = useKindOptions()
  return (
    <ContractForm
      route={release.saveRules}
      submit="保存为新的一版"
      done="已经保存，新送审的信息按新的级次办理"
      onDone={onClose}
      initial={{ ...rules, kinds: Object.entries(rules.byKind).map(([kind, levels]) => ({ kind, levels })) }}
      toBody={({ kinds, ...values }) => ({ ...values, byKind: byKindOf(kinds as OwnLevels[]), version })}
    >
      <Form.Item label="一般信息">
        <LevelsFields name={['levels']} />
      </Form.Item>
      <Form.List name="kinds">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <Card key={key} size="small" className="below">
                <Form.Item
                  name={[name, 'kind']}
                  label="内容种类"
                  rules={[{ required: true, message: '请选择内容种类' }]}
                >
                  <Select options={kinds} />
                </Form.Item>
                <LevelsFields name={[name, 'levels']} at={['kinds', name, 'levels']} />
                <Button size="small" onClick={() => remove(name)}>
                  不再另行设定
                </Button>
              </Card>
            ))}
            <Button className="below" onClick={() => add({ levels: rules.levels })}>
              为一种内容另行设定
            </Button>
          </>
        )}
      </Form.List>
      <Field name="proofread" valuePropName="checked">
        <Switch />
      </Field>
      <Field name="laterReviewWithin" extra={`最长${LATER_REVIEW.atMost}个工作日。`}>
        <InputNumber min={1} max={LATER_REVIEW.atMost} />
      </Field>
      <Field name="reason" extra="如：按某次会议的要求。">
        <Input />
      </Field>
    </ContractForm>
  )
}

type OwnLevels = Readonly<{ kind: string; levels: Levels }>

function byKindOf(kinds: readonly OwnLevels[] = []) {
  return Object.fromEntries(kinds.map(({ kind, levels }) => [kind, levels]))
}

const STEPS = Object.entries(REVIEW_STEPS).map(([value, { label }]) => ({ value, label }))

/** Levels in order: which step, what this office calls it, and who signs it. */
function LevelsFields({ name, at = name }: { name: (string | number)[]; at?: (string | number)[] }) {
  return (
    <Form.List name={name}>
      {(fields, { add, remove }) => (
        <>
          {fields.map((field, index) => (
            <Flex key={field.key} wrap gap="small" align="baseline" className="level-line">
              <span>{index + 1}.</span>
              <Form.Item name={[field.name, 'label']} rules={[{ required: true, message: '请填写名称' }]}>
                <Input aria-label="名称" placeholder="初审" maxLength={20} />
              </Form.Item>
              <Form.Item name={[field.name, 'step']}>
                <Select aria-label="环节" options={STEPS} />
              </Form.Item>
              <Form.Item noStyle dependencies={[[...at, field.name, 'step']]}>
                {({ getFieldValue }) => (
                  <Form.Item name={[field.name, 'role']}>
                    <Select
                      aria-label="由谁审核"
                      options={rolesFor(getFieldValue([...at, field.name, 'step']) as string)}
                    />
                  </Form.Item>
                )}
              </Form.Item>
              {fields.length > 2 ? (
                <Button size="small" onClick={() => remove(field.name)}>
                  去掉
                </Button>
              ) : null}
            </Flex>
          ))}
          {fields.length < 5 ? (
            <Button
              size="small"
              onClick={() => add({ step: 'unit-review', label: '初审', role: 'clerk' }, 1)}
            >
              增加一级
            </Button>
          ) : null}
        </>
      )}
    </Form.List>
  )
}

function rolesFor(step: string) {
  const roles = STEP_ROLES[step as keyof typeof STEP_ROLES] ?? []
  return roles.map((value) => ({ value, label: REVIEW_ROLES[value] }))
}
