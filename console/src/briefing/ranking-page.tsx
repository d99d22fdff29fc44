import { briefing, type RankingView } from '@mingfu/contract'
import { useState } from 'react'
import { urlOf } from '../session/call.ts'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { useSession } from '../session/use-session.ts'
import {
  Button,
  type Column,
  DayField,
  Flex,
  Input,
  PageHead,
  QueryTable,
  Select,
  Spin,
} from '../ui/index.ts'
import { useUnitOptions } from './use-units.ts'

type Standing = RankingView['standings'][number]

const COLUMNS: readonly Column<Standing>[] = [
  { title: '单位', cell: ({ name }) => name },
  { title: '名次', align: 'right', cell: ({ rank }) => rank },
  { title: '报送', align: 'right', cell: ({ submitted }) => submitted },
  { title: '采用', align: 'right', cell: ({ adopted }) => adopted },
  { title: '批示', align: 'right', cell: ({ instructions }) => instructions },
  { title: '基本分', align: 'right', cell: ({ basePoints }) => basePoints },
  { title: '得分', align: 'right', cell: ({ creditPoints }) => creditPoints },
  { title: '扣分', align: 'right', cell: ({ deductions }) => deductions },
  { title: '合计', align: 'right', cell: ({ total }) => <strong>{total}</strong> },
]

const MONTHS = Array.from({ length: 12 }, (_, index) => ({ value: index + 1, label: `${index + 1}月` }))

/** 得分和通报: units by points, of a month or a year. */
export default function RankingPage() {
  const { data: me } = useSession()
  if (me === undefined) return <Spin />
  return <Ranking thisYear={Number(me.today.slice(0, 4))} />
}

function Ranking({ thisYear }: { thisYear: number }) {
  const [year, setYear] = useState(thisYear)
  const [month, setMonth] = useState<number>()
  const [deducting, setDeducting] = useState(false)
  const query = { year, ...(month === undefined ? {} : { month }) }
  const ranking = useCall(briefing.ranking, { query })
  const years = Array.from({ length: thisYear - 2017 }, (_, ago) => thisYear - ago)
  return (
    <>
      <PageHead
        title="得分和通报"
        note={`按${ranking.data?.rulesVersion ? `分值表第${ranking.data.rulesVersion}版` : '通常的分值表'}计基本分；采用、批示和扣分按登记时的分值。`}
        actions={
          <>
            {(['docx', 'pdf'] as const).map((type) => (
              <Button key={type} href={urlOf(briefing.rankingNotice, { params: { type }, query })}>
                通报（{type === 'docx' ? 'Word' : 'PDF'}）
              </Button>
            ))}
            <Gate permission="edit-briefings">
              <Button onClick={() => setDeducting(true)}>登记漏报、瞒报</Button>
            </Gate>
          </>
        }
      />
      <Flex wrap gap="small" className="below">
        <Select
          aria-label="年度"
          value={year}
          onChange={setYear}
          options={years.map((value) => ({ value, label: `${value}年` }))}
        />
        <Select
          aria-label="月份"
          allowClear
          placeholder="全年"
          value={month ?? null}
          onChange={(value) => setMonth(value ?? undefined)}
          options={MONTHS}
          className="month-choice"
        />
      </Flex>
      <QueryTable
        query={ranking}
        rows={ranking.data?.standings}
        rowKey={({ unitId }) => unitId}
        columns={COLUMNS}
        empty="还没有内设机构。"
      />
      {deducting ? <DeductDialog onClose={() => setDeducting(false)} /> : null}
    </>
  )
}

function DeductDialog({ onClose }: { onClose: () => void }) {
  const { data: me } = useSession()
  const units = useUnitOptions()
  const rules = useCall(briefing.scores)
  const options = (rules.data?.scores.entries ?? [])
    .filter(({ kind }) => kind === 'deduction')
    .map(({ code, label, points }) => ({ value: code, label: `${label}（${points}分）` }))
  return (
    <FormDialog
      title="登记漏报、瞒报"
      route={briefing.deduct}
      done="已经登记"
      initial={{ on: me?.today }}
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="unitId">
        <Select options={units} />
      </Field>
      <Field name="code">
        <Select options={options} />
      </Field>
      <Field name="detail">
        <Input.TextArea autoSize={{ minRows: 2 }} maxLength={500} />
      </Field>
      <Field name="on">
        <DayField />
      </Field>
    </FormDialog>
  )
}
