import { officeRules, READ_SCOPES, SIGN_OFF_STEP_WORDS } from '@mingfu/contract'
import type { AnswerOf } from '../session/call.ts'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { useMay } from '../session/use-session.ts'
import {
  Card,
  Checkbox,
  Descriptions,
  ErrorNote,
  Flex,
  Input,
  InputNumber,
  PageHead,
  Select,
  Skeleton,
} from '../ui/index.ts'
import { LetterTemplatesCard } from './letter-templates-card.tsx'
import './requests.css'

const SCOPES = Object.entries(READ_SCOPES).map(([value, label]) => ({ value, label }))

/** 内部办理规则: what the office settles for itself; the readings of the law stand under 系统. */
export default function OfficeRulesPage() {
  const query = useCall(officeRules.get)
  const may = useMay()
  if (query.error !== null) return <ErrorNote error={query.error} />
  if (query.data === undefined) return <Skeleton active paragraph={{ rows: 10 }} />
  const fixed = !may('lead-office')
  return (
    <>
      <PageHead
        title="内部办理规则"
        note={
          fixed
            ? '由公开工作机构负责人设定。'
            : '由本机关自行确定的审核环节、催办和其他规则；改动记入审计日志。'
        }
      />
      {fixed ? (
        <Card>
          <Descriptions column={1} size="small" items={itemsOf(query.data)} />
        </Card>
      ) : (
        <ContractForm
          key={JSON.stringify(query.data)}
          route={officeRules.save}
          initial={query.data}
          done="已保存"
          submit="保存"
        >
          <Flex vertical gap="middle" className="below">
            <Card>
              <OfficeFields />
            </Card>
            <Card>
              <Field name="reason" extra="如：按某次会议的要求。">
                <Input />
              </Field>
            </Card>
          </Flex>
        </ContractForm>
      )}
      <div className="above">
        <LetterTemplatesCard />
      </div>
    </>
  )
}

type Rules = AnswerOf<typeof officeRules.get>

/** The same, to read for who does not set them. */
function itemsOf(rules: Rules) {
  const { signOff, remindAt, quietFrom, quietTo, feePayment, publishAfterApplicants, readScope } = rules
  const rows = [
    [
      '签发前的审核环节',
      signOff.length === 0 ? '不设，直接签发' : signOff.map((step) => SIGN_OFF_STEP_WORDS[step]).join('、'),
    ],
    ['催办', remindAt.length === 0 ? '不催办' : `期限前${remindAt.join('、')}个工作日`],
    ['免打扰', `${quietFrom}时至${quietTo}时`],
    ['缴纳方式', feePayment || '发收费通知时填写'],
    ['知悉范围', READ_SCOPES[readScope]],
    ['转主动公开', `${publishAfterApplicants}名申请人获得同一信息时提示`],
  ] as const
  return rows.map(([label, children]) => ({ key: label, label, children }))
}

function OfficeFields() {
  return (
    <>
      <Field
        name="signOff"
        extra="勾选的环节按此顺序审核，全部同意后才能签发；拟稿和各环节由不同的人员办理。"
      >
        <Checkbox.Group
          options={Object.entries(SIGN_OFF_STEP_WORDS).map(([value, label]) => ({ value, label }))}
        />
      </Field>
      <Field name="remindAt" extra="在答复期限之前剩余这些工作日时提醒经办人，0 为到期当日。">
        <Select
          mode="multiple"
          options={Array.from({ length: 21 }, (_, days) => ({ value: days, label: `${days}个工作日` }))}
        />
      </Field>
      <Flex wrap gap="middle">
        <Field name="quietFrom">
          <InputNumber min={0} max={23} precision={0} />
        </Field>
        <Field name="quietTo" extra="这段时间内不发提醒，顺延到结束时再发。">
          <InputNumber min={0} max={23} precision={0} />
        </Field>
      </Flex>
      <Field
        name="readScope"
        extra="没有另行设定的案卷按此范围查阅。负责人、签发领导、审查人和代理人不受限制；尚未指定经办人的，经办人都可以查阅。"
      >
        <Select options={SCOPES} />
      </Field>
      <Field name="feePayment" extra="发收费通知时自动带出，可以修改。">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field
        name="publishAfterApplicants"
        extra="多个申请人就相同政府信息提出申请且可以公开的，可以纳入主动公开（条例第四十四条）。"
      >
        <InputNumber min={2} max={50} precision={0} />
      </Field>
    </>
  )
}
