import { release } from '@mingfu/contract'
import { ARCHIVE_RETENTION, ARCHIVE_TERMS, type ArchiveTerm, type ContentKind, cite } from '@mingfu/law'
import { useState } from 'react'
import type { AnswerOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import {
  Button,
  Card,
  Checkbox,
  Descriptions,
  Flex,
  Form,
  Input,
  Select,
  Statute,
  Typography,
} from '../ui/index.ts'
import { useKindOptions } from './use-kinds.ts'

type Rules = AnswerOf<typeof release.archiveRules>
const TERMS = ARCHIVE_TERMS.map((value) => ({ value, label: value }))

/** 归档的设定: how long each kind is kept, and what the archive gave this organ to write on its packages. */
export function ArchiveRulesCard() {
  const rules = useCall(release.archiveRules)
  const kinds = useKindOptions()
  const [open, setOpen] = useState(false)
  const own = rules.data
  if (own === undefined) return null
  const byTerm = ARCHIVE_TERMS.map((term) => ({
    term,
    labels: kinds
      .filter(({ value }) => termOf(value, own) === term)
      .map(({ value, label }) => ({
        label,
        isOwn: own.terms[value] !== undefined,
      })),
  }))
  const given = [
    ['档案馆', [own.archiveName, own.archiveCode].filter(Boolean).join('　')],
    ['全宗', [own.fondsName, own.fondsNumber].filter(Boolean).join('　')],
    ['本机关的保管期限表', own.basis],
  ].filter(([, value]) => value !== '')
  return (
    <Card
      title="归档包的保管期限和名称"
      extra={
        <Gate permission="lead-office">
          <Button onClick={() => setOpen(true)}>设定</Button>
        </Gate>
      }
    >
      <Flex vertical gap="small">
        <Descriptions
          size="small"
          column={1}
          items={[
            ...byTerm.map(({ term, labels }) => ({
              key: term,
              label: term,
              children: labels.map(({ label, isOwn }) => `${label}${isOwn ? '（本机关）' : ''}`).join('、'),
            })),
            ...given.map(([label, children]) => ({ key: label ?? '', label, children })),
          ]}
        />
        <Statute of={cite('archive-terms')} />
        <Typography.Text type="secondary">
          本机关的归档范围和保管期限表经档案主管部门审查同意的，按本机关的设定。归档包的元数据用《文书类电子文件元数据方案》（DA/T
          46—2009）的名称，没有的项目不列。
        </Typography.Text>
      </Flex>
      {open ? <RulesDialog own={own} onClose={() => setOpen(false)} /> : null}
    </Card>
  )
}

function termOf(kind: ContentKind, own: Rules): ArchiveTerm {
  return own.terms[kind] ?? ARCHIVE_RETENTION[kind].term
}

type OwnTerm = Readonly<{ kind?: ContentKind; term?: ArchiveTerm }>

function RulesDialog({ own, onClose }: Readonly<{ own: Rules; onClose: () => void }>) {
  const kinds = useKindOptions()
  const list = Object.entries(own.terms).map(([kind, term]) => ({ kind, term }))
  return (
    <FormDialog
      title="归档包的保管期限和名称"
      route={release.saveArchiveRules}
      initial={{ ...own, list }}
      toBody={({ list: chosen, ...values }) => ({
        ...values,
        terms: termsOf(chosen as OwnTerm[] | undefined),
      })}
      done="已经保存，以后的归档包照此生成"
      onDone={onClose}
      onClose={onClose}
    >
      <Form.List name="list">
        {(fields, { add, remove }) => (
          <Form.Item label="与国家规定不同的保管期限" extra="没有列出的，照国家规定。">
            <Flex vertical gap="small">
              {fields.map(({ key, name }) => (
                <Flex key={key} gap="small" wrap>
                  <Form.Item
                    name={[name, 'kind']}
                    noStyle
                    rules={[{ required: true, message: '请选择内容种类' }]}
                  >
                    <Select aria-label="内容种类" className="grow" options={kinds} placeholder="内容种类" />
                  </Form.Item>
                  <Form.Item
                    name={[name, 'term']}
                    noStyle
                    rules={[{ required: true, message: '请选择保管期限' }]}
                  >
                    <Select aria-label="保管期限" options={TERMS} placeholder="期限" />
                  </Form.Item>
                  <Button onClick={() => remove(name)}>删去</Button>
                </Flex>
              ))}
              <Button onClick={() => add({})}>增加一种</Button>
            </Flex>
          </Form.Item>
        )}
      </Form.List>
      <Field name="basis" extra="与国家规定不同的必须填写，例如：某办〔2025〕3号（经某市档案局审查同意）。">
        <Input />
      </Field>
      <Field name="archiveName">
        <Input />
      </Field>
      <Field name="archiveCode">
        <Input />
      </Field>
      <Field name="fondsName">
        <Input />
      </Field>
      <Field name="fondsNumber" extra="由档案馆给定；不知道的不填，归档包里不列。">
        <Input />
      </Field>
      <Field
        name="unsureNames"
        label={null}
        valuePropName="checked"
        extra="这两个名称没有能够核对标准原文；档案馆要求的选用，否则列在“其他”之下。"
      >
        <Checkbox>使用“密级”“格式信息”</Checkbox>
      </Field>
    </FormDialog>
  )
}

function termsOf(list: readonly OwnTerm[] = []) {
  return Object.fromEntries(list.flatMap(({ kind, term }) => (kind && term ? [[kind, term]] : [])))
}
