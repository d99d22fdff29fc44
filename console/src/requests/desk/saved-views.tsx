import { desk } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../../session/contract-form.tsx'
import { useAct, useCall } from '../../session/use-call.ts'
import { Button, Flex, Input, Tag } from '../../ui/index.ts'

type Filter = Readonly<Record<string, string | undefined>>

/** 保存的筛选: a person's own, by name. */
export function SavedViews({
  filter,
  onChoose,
}: Readonly<{ filter: Filter; onChoose: (filter: Filter) => void }>) {
  const views = useCall(desk.views).data ?? []
  const remove = useAct(desk.deleteView, { done: '已删除' })
  const [saving, setSaving] = useState(false)
  const said = Object.fromEntries(
    Object.entries(filter).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '',
    ),
  )
  return (
    <Flex wrap gap="small" align="center">
      {views.map(({ viewId, name, filter: kept }) => (
        <Tag
          key={viewId}
          closable
          onClose={(event) => {
            event.preventDefault()
            remove.mutate({ params: { viewId } })
          }}
        >
          <Button type="link" size="small" onClick={() => onChoose(kept)}>
            {name}
          </Button>
        </Tag>
      ))}
      <Button size="small" onClick={() => setSaving(true)}>
        保存当前筛选
      </Button>
      {saving ? (
        <FormDialog
          title="保存当前筛选"
          route={desk.saveView}
          done="已保存"
          toBody={(values) => ({ ...values, filter: said })}
          onDone={() => setSaving(false)}
          onClose={() => setSaving(false)}
        >
          <Field name="name" extra="同名的筛选将被替换。">
            <Input />
          </Field>
        </FormDialog>
      ) : null}
    </Flex>
  )
}
