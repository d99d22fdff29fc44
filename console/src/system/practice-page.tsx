import { type PracticeBody, practice } from '@mingfu/contract'
import { type ChosenSetting, citationText, SETTING_CHOICES, type SettingQuestion } from '@mingfu/law'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { ErrorNote, PageHead, Radio, Select, Spin } from '../ui/index.ts'

const QUESTIONS = Object.entries(SETTING_CHOICES) as [ChosenSetting, SettingQuestion][]

/** 办理口径: what the texts leave open, and how this office reads it. */
export default function PracticePage() {
  const shown = useCall(practice.show)
  return (
    <>
      <PageHead
        title="办理口径"
        note="法律没有规定、各地做法不同的事项，由本机关按照主管部门的要求确定。每项的第一个选项是默认口径。"
      />
      <ErrorNote error={shown.error} />
      {shown.isPending ? <Spin /> : null}
      {shown.data === undefined ? null : <PracticeForm {...shown.data} />}
    </>
  )
}

type Props = Readonly<{ settings: PracticeBody; knownRegions: readonly string[] }>

function PracticeForm({ settings, knownRegions }: Props) {
  const regions = [...new Set([...knownRegions, ...settings.regionalHolidays])]
  return (
    <ContractForm
      route={practice.change}
      initial={settings}
      submit="保存"
      done="办理口径已经保存，在办申请的期限将在两分钟内重新计算"
    >
      {QUESTIONS.map(([name, { why, basis, choices }]) => (
        <Field key={name} name={name} extra={`${why}（${citationText(basis)}）`}>
          <Radio.Group
            className="stacked-choices"
            options={choices.map(({ value, text }) => ({ value, label: text }))}
          />
        </Field>
      ))}
      <Field
        name="regionalHolidays"
        extra={
          regions.length === 0
            ? '民族自治地方的放假通知在工作日历中导入后，可以在这里选择适用。'
            : '所选地区规定的地方假日不计为工作日。'
        }
      >
        <Select
          mode="multiple"
          disabled={regions.length === 0}
          placeholder="不适用地方假日"
          options={regions.map((region) => ({ value: region, label: region }))}
        />
      </Field>
    </ContractForm>
  )
}
