import { disclosure } from '@mingfu/contract'
import { useState } from 'react'
import { Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Select } from '../ui/index.ts'

/** One of the organ's published documents, found by its title. */
export function PublishedField({ name, extra }: { name: string; extra?: string }) {
  const [title, setTitle] = useState('')
  const found = useCall(disclosure.list, {
    query: { state: 'published', limit: 30, ...(title === '' ? {} : { title }) },
  })
  return (
    <Field name={name} {...(extra === undefined ? {} : { extra })}>
      <Select
        showSearch={{ filterOption: false, onSearch: setTitle }}
        loading={found.isFetching}
        options={found.data?.items.map((one) => ({ value: one.documentId, label: one.title })) ?? []}
        placeholder="输入标题查找"
        notFoundContent="没有找到，请换一个词"
      />
    </Field>
  )
}
