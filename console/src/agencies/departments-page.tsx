import { agencies, type DepartmentView } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { Gate } from '../session/gate.tsx'
import { useCall } from '../session/use-call.ts'
import { Button, type Column, Flex, Input, PageHead, QueryTable } from '../ui/index.ts'
import { useAgencyChoice } from './agency-choice.tsx'

/** 内设机构 and their 政府信息公开联系人, whom the portal names. */
export default function DepartmentsPage() {
  const { agencyId, choice } = useAgencyChoice()
  const departments = useCall(agencies.listDepartments, { query: { agencyId } })
  const [open, setOpen] = useState<DepartmentView | 'new'>()
  const close = () => setOpen(undefined)
  const columns: readonly Column<DepartmentView>[] = [
    { title: '名称', cell: ({ name }) => name },
    { title: '政府信息公开联系人', cell: ({ contactName }) => contactName ?? '—' },
    { title: '联系电话', cell: ({ contactPhone }) => contactPhone ?? '—' },
    {
      title: '操作',
      cell: (department) => (
        <Gate permission="manage-agency">
          <Flex gap={6} wrap>
            <Button size="small" onClick={() => setOpen(department)}>
              修改
            </Button>
            <ActButton
              size="small"
              danger
              route={agencies.closeDepartment}
              input={{ params: { departmentId: department.departmentId }, query: { agencyId } }}
              done={`${department.name}已撤销`}
              confirm={{
                title: `撤销${department.name}？`,
                content: '撤销后不能再选用；以往的记录不变。',
                okText: '撤销',
              }}
            >
              撤销
            </ActButton>
          </Flex>
        </Gate>
      ),
    },
  ]
  return (
    <>
      <PageHead
        title="内设机构"
        note="联系人和电话在门户的政府信息公开指南中公开。"
        actions={
          <>
            {choice}
            <Gate permission="manage-agency">
              <Button type="primary" onClick={() => setOpen('new')}>
                增加内设机构
              </Button>
            </Gate>
          </>
        }
      />
      <QueryTable
        query={departments}
        rows={departments.data}
        columns={columns}
        rowKey={({ departmentId }) => departmentId}
        empty="还没有登记内设机构。"
      />
      {open === 'new' ? (
        <FormDialog
          title="增加内设机构"
          route={agencies.createDepartment}
          input={{ query: { agencyId } }}
          submit="增加"
          done="已增加"
          onDone={close}
          onClose={close}
        >
          <DepartmentFields />
        </FormDialog>
      ) : null}
      {open !== undefined && open !== 'new' ? (
        <FormDialog
          title={`修改${open.name}`}
          route={agencies.updateDepartment}
          input={{ params: { departmentId: open.departmentId }, query: { agencyId } }}
          initial={open}
          done="已保存"
          onDone={close}
          onClose={close}
        >
          <DepartmentFields />
        </FormDialog>
      ) : null}
    </>
  )
}

function DepartmentFields() {
  return (
    <>
      <Field name="name">
        <Input autoFocus />
      </Field>
      <Field name="contactName">
        <Input />
      </Field>
      <Field name="contactPhone">
        <Input inputMode="tel" />
      </Field>
    </>
  )
}
