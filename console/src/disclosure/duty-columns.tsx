import { type CatalogueDutyView, type CatalogueVersionView, catalogue } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { useMay } from '../session/use-session.ts'
import { Button, type Column, dayText, Flex, Tag, Typography } from '../ui/index.ts'
import './disclosure.css'
import { DUTY_STATES, isToCheck } from './duty-words.ts'
import { EntryDialog } from './entry-dialog.tsx'
import { PlanDialog } from './plan-dialog.tsx'

type What = Readonly<{
  catalogueId: CatalogueVersionView['catalogue']
  /** Whether the version shown is the one that changes go into. */
  isEditable: boolean
  onChanged: (version: number) => void
}>

/** The columns of the duties, and what may be done about each. */
export function useDutyColumns(what: What): readonly Column<CatalogueDutyView>[] {
  return [
    {
      title: '公开事项',
      cell: (duty) => (
        <>
          <div>{duty.path.join(' › ')}</div>
          <Typography.Text type="secondary">{duty.contentRequired}</Typography.Text>
          <div>
            {duty.isMandatory ? null : <Tag>可选</Tag>}
            {isToCheck(duty) ? <Tag color="warning">待核对</Tag> : null}
          </div>
        </>
      ),
    },
    { title: '公开时限', width: '16%', cell: ({ deadlineText }) => deadlineText },
    { title: '公开主体', width: '13%', cell: ({ responsibleUnit }) => responsibleUnit },
    {
      title: '现行信息',
      width: 145,
      cell: ({ items, newestOn }) =>
        items === 0 ? (
          '—'
        ) : (
          <>
            <div>{items}条，最近</div>
            <div className="no-wrap">{dayText(newestOn)}</div>
          </>
        ),
    },
    {
      title: '情况',
      width: 150,
      cell: ({ state, dueOn, planNote }) => (
        <>
          <Tag color={DUTY_STATES[state].color}>{DUTY_STATES[state].label}</Tag>
          {dueOn === null ? null : <div className="no-wrap">{dayText(dueOn)}</div>}
          {planNote === '' ? null : <Typography.Text type="secondary">{planNote}</Typography.Text>}
        </>
      ),
    },
    { title: '办理', width: 150, cell: (duty) => <DutyActs duty={duty} {...what} /> },
  ]
}

function DutyActs({
  duty,
  catalogueId,
  isEditable,
  onChanged,
}: What & Readonly<{ duty: CatalogueDutyView }>) {
  const may = useMay()
  const [open, setOpen] = useState<'plan' | 'edit'>()
  const close = () => setOpen(undefined)
  const mayEdit = isEditable && may('edit-guide')
  return (
    <Flex wrap gap={12}>
      {may('draft-document') && duty.items === 0 ? (
        <Button type="link" size="small" className="in-text" onClick={() => setOpen('plan')}>
          {duty.plannedOn === null ? '列入计划' : '调整计划'}
        </Button>
      ) : null}
      {mayEdit ? (
        <>
          <Button type="link" size="small" className="in-text" onClick={() => setOpen('edit')}>
            修改
          </Button>
          <ActButton
            type="link"
            size="small"
            danger
            route={catalogue.removeEntry}
            input={{ params: { catalogue: catalogueId, entryId: duty.entryId } }}
            confirm={{
              title: `删去“${duty.path.join(' › ')}”？`,
              content: '在待批准的版本中删去；现行版本在批准以前不变。',
              okText: '删去',
            }}
            done="已经删去"
            onDone={({ version }) => onChanged(version)}
          >
            删去
          </ActButton>
        </>
      ) : null}
      {open === 'plan' ? <PlanDialog duty={duty} onClose={close} /> : null}
      {open === 'edit' ? (
        <EntryDialog
          catalogueId={catalogueId}
          entry={duty}
          onDone={(version) => {
            close()
            onChanged(version)
          }}
          onClose={close}
        />
      ) : null}
    </Flex>
  )
}
