import { DISCLOSURE_ATTRIBUTES, type DisclosureAttribute, ORIGINS, type OriginKind } from '@mingfu/law'
import type { ReactNode } from 'react'
import { Field } from '../session/contract-form.tsx'
import { Card, Col, DayField, Flex, Form, Input, Radio, Row, Select } from '../ui/index.ts'
import { KindFields } from './content-form/kind-fields.tsx'
import { RichText } from './rich-text.tsx'
import { useColumnOptions } from './use-columns.ts'
import { useKindOptions } from './use-kinds.ts'
import { useLegalItems } from './use-legal-items.ts'
import {
  ATTRIBUTE_OPTIONS,
  EXEMPTION_OPTIONS,
  GENRE_OPTIONS,
  KEY_AREA_OPTIONS,
  ORIGIN_OPTIONS,
} from './words.ts'

/** Everything that a page of the catalogue and its header say about a document, and its text. */
export function DocumentFields({ isCorrection = false }: { isCorrection?: boolean }) {
  return (
    <Flex vertical gap="middle" className="below">
      {isCorrection ? (
        <Card title="更正">
          <Field
            name="correctionNote"
            extra="写明更正了什么，例如：将第三条“五百元”更正为“六百元”。随正文公开。"
          >
            <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} showCount />
          </Field>
        </Card>
      ) : null}
      <Card title="标题和文号">
        <Field name="title" extra="公文的完整标题，不用简称，不用省略号。">
          <Input maxLength={200} />
        </Field>
        <Pair>
          <Field name="documentNumber" extra="按“机关代字〔年份〕序号号”填写；不是公文的不填。">
            <Input placeholder="鸭管〔2026〕2号" />
          </Field>
          <Field name="genre" extra="通知、意见、公告等；不是公文的可以不选。">
            <Select allowClear showSearch options={GENRE_OPTIONS} />
          </Field>
          <Field name="issuer" extra="机关全称；联合发文的，主办机关在前。">
            <Input />
          </Field>
          <Field name="source" extra="由其他机关制作或者转载的，写明来源。">
            <Input />
          </Field>
        </Pair>
      </Card>
      <Classification />
      <Card title="日期">
        <Pair>
          <Field name="writtenOn" extra="签发日期；不是公文的，为信息形成之日。公开时限自这一天起算。">
            <DayField />
          </Field>
          <EffectiveDay />
          <Field name="expiresOn" extra="文件写明有效期的，填最后一天；到期自动标注失效。">
            <DayField />
          </Field>
          <Field name="unpublishOn" extra="公示名单等有期限的，填公示的最后一天；期满次日由程序撤下。">
            <DayField />
          </Field>
          <Field name="registrationNumber" extra="规范性文件统一登记、统一编号、统一印发的编号。">
            <Input />
          </Field>
        </Pair>
      </Card>
      <KindFields />
      <OriginFields />
      <AttributeFields />
      <Card title="正文">
        <Field name="summary" extra="一两句话，不重复标题；送审前必须填写（条例第十二条）。">
          <Input.TextArea autoSize={{ minRows: 2 }} maxLength={300} showCount />
        </Field>
        <Field
          name="html"
          extra="可以从 Word、WPS 直接粘贴，或者上传 docx 文件，保留段落、标题、编号、表格和脚注。"
        >
          <RichText label="正文" />
        </Field>
      </Card>
    </Flex>
  )
}

/** 施行日期, with the reason where it lies before the day of the document. */
function EffectiveDay() {
  return (
    <>
      <Field name="effectiveOn" extra="文件写明的施行日期；没有写明的不填。">
        <DayField />
      </Field>
      <Form.Item noStyle dependencies={['effectiveOn', 'writtenOn']}>
        {({ getFieldValue }) => {
          const [from, written] = [getFieldValue('effectiveOn'), getFieldValue('writtenOn')]
          return typeof from === 'string' && typeof written === 'string' && from < written ? (
            <Field name="earlyEffectReason" extra="施行日期早于成文日期的，写明原因。">
              <Input maxLength={200} placeholder="上级文件规定自该日起执行" />
            </Field>
          ) : null
        }}
      </Form.Item>
    </>
  )
}

function Classification() {
  const kinds = useKindOptions()
  const columns = useColumnOptions()
  const legalItems = useLegalItems()
  return (
    <Card title="分类">
      <Pair>
        <Field name="kind" extra="规章、行政规范性文件计入年度报告表二。">
          <Select showSearch={{ optionFilterProp: 'label' }} options={kinds} />
        </Field>
        <Field name="nodeId" extra="在门户的哪个栏目显示；送审前必须选择。">
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={columns} />
        </Field>
        <Field name="legalItem" extra="条例第二十条、第二十一条中的哪一项。">
          <Select showSearch={{ optionFilterProp: 'label' }} options={legalItems} />
        </Field>
        <Form.Item noStyle dependencies={['legalItem']}>
          {({ getFieldValue }) =>
            getFieldValue('legalItem') === 'A20_15' ? (
              <Field
                name="legalBasis"
                extra="第（十五）项应当写明哪一部法律、法规、规章或者国家有关规定要求公开。"
              >
                <Input placeholder="《……条例》第……条" />
              </Field>
            ) : null
          }
        </Form.Item>
        <Field name="topicCategory" extra="例如：综合政务、政务公开。">
          <Input />
        </Field>
        <Field name="keyAreas" extra="属于重点领域的选择，可以多选。">
          <Select mode="multiple" options={KEY_AREA_OPTIONS} />
        </Field>
        <Field name="keywords" extra="输入后按回车；几个词之间可以用逗号隔开。">
          <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[',', '，', '、', ' ']} />
        </Field>
      </Pair>
    </Card>
  )
}

/** 信息来源: who made it decides who publishes it (条例 第十条). */
function OriginFields() {
  return (
    <Card title="信息来源">
      <Field
        name="origin"
        extra="谁制作谁公开；共同制作的，由牵头机关公开；从其他机关取得的，应当取得其同意。"
      >
        <Radio.Group options={ORIGIN_OPTIONS} />
      </Field>
      <Form.Item noStyle dependencies={['origin']}>
        {({ getFieldValue }) => {
          const origin = (getFieldValue('origin') ?? 'made') as OriginKind
          const { organ } = ORIGINS[origin]
          return (
            <>
              {organ === null ? null : (
                <Field name="originOrgan" label={organ} extra="写机关的全称；由本机关牵头的，写本机关。">
                  <Input />
                </Field>
              )}
              {origin === 'made-jointly' ? (
                <Field name="coIssuers" extra="除牵头机关外的联合发文机关，输入后按回车。">
                  <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={['，', '、', '；']} />
                </Field>
              ) : null}
            </>
          )
        }}
      </Form.Item>
    </Card>
  )
}

/** 源头认定: the attribute is fixed while drafting, and what is not open needs its ground. */
function AttributeFields() {
  return (
    <Card title="公开方式">
      <Field name="attribute" extra="以公开为常态、不公开为例外。只有主动公开的才能发布。">
        <Radio.Group options={ATTRIBUTE_OPTIONS} />
      </Field>
      <Form.Item noStyle dependencies={['attribute']}>
        {({ getFieldValue }) => {
          const attribute = getFieldValue('attribute') as DisclosureAttribute | undefined
          return attribute !== undefined && DISCLOSURE_ATTRIBUTES[attribute].needsGround ? (
            <>
              <Field name="exemption" extra="条例第十四条至第十六条规定的哪一种。">
                <Select allowClear options={EXEMPTION_OPTIONS} />
              </Field>
              <Field name="attributeReason" extra="写明法律、法规、规章的条款和具体理由。">
                <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
              </Field>
            </>
          ) : null
        }}
      </Form.Item>
    </Card>
  )
}

function Pair({ children }: { children: readonly ReactNode[] }) {
  return (
    <Row gutter={24}>
      {children.map((child, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the fields never change places
        <Col key={index} xs={24} md={12}>
          {child}
        </Col>
      ))}
    </Row>
  )
}
