import { disclosure } from '@mingfu/contract'
import { cite } from '@mingfu/law'
import { useState } from 'react'
import type { AnswerOf } from '../session/call.ts'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Alert,
  Card,
  Col,
  dayText,
  ErrorNote,
  Flex,
  Input,
  PageHead,
  Row,
  Spin,
  Statute,
} from '../ui/index.ts'

type Guide = AnswerOf<typeof disclosure.guide>

/** 政府信息公开指南: every fact that the regulation lists, kept current. */
export default function GuidePage() {
  const guide = useCall(disclosure.guide)
  if (guide.data === undefined) return guide.error === null ? <Spin /> : <ErrorNote error={guide.error} />
  return <GuideForm latest={guide.data} />
}

function GuideForm({ latest }: { latest: Guide }) {
  const may = useMay()
  const [opened] = useState(latest)
  const [version, setVersion] = useState(latest.version)
  const reading = !may('edit-guide')
  return (
    <>
      <PageHead
        title="政府信息公开指南"
        note={
          <Flex vertical>
            <span>
              {latest.revisedOn === null
                ? '还没有编制。填写后在门户“政府信息公开指南”栏目公开。'
                : `${dayText(latest.revisedOn)}修订。内容有变动的，应当及时修订。`}
            </span>
            <Statute of={cite('regulation', 12, 2)} />
          </Flex>
        }
      />
      {latest.version > version ? (
        <Alert
          type="warning"
          showIcon
          role="alert"
          className="below"
          title="公开指南刚刚被其他人修订过，您填写的内容还在本页。请另开一页核对后再保存。"
        />
      ) : null}
      <fieldset disabled={reading} className="plain-fieldset">
        <ContractForm
          route={disclosure.saveGuide}
          submit="保存修订"
          done="公开指南已经修订"
          initial={opened.content}
          onDone={(saved) => setVersion(saved.version)}
          toBody={(values) => ({ ...values, version })}
        >
          <GuideFields />
        </ContractForm>
      </fieldset>
    </>
  )
}

function GuideFields() {
  const long = <Input.TextArea autoSize={{ minRows: 3 }} maxLength={5000} />
  return (
    <Flex vertical gap="middle" className="below">
      <Card title="政府信息的分类、编排和获取">
        <Field name="classification">{long}</Field>
        <Field name="arrangement">{long}</Field>
        <Field name="access">{long}</Field>
        <Field name="readingPlaces" extra="国家档案馆、公共图书馆、政务服务场所等。">
          {long}
        </Field>
      </Card>
      <Card title="政府信息公开工作机构">
        <Row gutter={24}>
          {OFFICE.map(([name, extra]) => (
            <Col key={name} xs={24} md={12}>
              <Field name={['office', name]} {...(extra === '' ? {} : { extra })}>
                <Input />
              </Field>
            </Col>
          ))}
        </Row>
      </Card>
      <Card title="依申请公开和监督">
        <Field name="applying" extra="用本机关的话说明如何提出申请；期限、收费和救济由系统按条例列出。">
          {long}
        </Field>
        <Field name="supervision">{long}</Field>
      </Card>
    </Flex>
  )
}

const OFFICE = [
  ['name', ''],
  ['address', ''],
  ['hours', '例如：工作日8:30至12:00，14:30至18:00。'],
  ['phone', '带区号填写。'],
  ['fax', '没有传真的，写“无”。'],
  ['internet', '网上提交申请的地址。'],
  ['email', ''],
  ['postcode', ''],
] as const
