import { disclosure } from '@mingfu/contract'
import { useState } from 'react'
import { useCall } from '../../session/use-call.ts'
import { Select } from '../../ui/index.ts'

type Props = Readonly<{ id?: string; value?: string; onChange?: (value: unknown) => void }>

/** One of the organ's published documents, found by title or number. */
export function DocumentChoice({ value, ...rest }: Props) {
  const [text, setText] = useState('')
  const found = useCall(disclosure.list, { query: { title: text, state: 'published', limit: 30 } })
  const options = (found.data?.items ?? []).map(({ documentId, title, documentNumber }) => ({
    value: documentId,
    label: documentNumber === null ? title : `${title}（${documentNumber}）`,
  }))
  const known = value === undefined || options.some((option) => option.value === value)
  return (
    <Select
      {...rest}
      {...(value === undefined ? {} : { value })}
      showSearch={{ filterOption: false, onSearch: setText }}
      loading={found.isFetching}
      notFoundContent="没有找到已经发布的文件，请换一个词"
      options={known ? options : [...options, { value, label: <Chosen documentId={value} /> }]}
    />
  )
}

/** A document chosen earlier, which the search at hand does not show. */
function Chosen({ documentId }: { documentId: string }) {
  const document = useCall(disclosure.get, { params: { documentId } })
  return <>{document.data?.content.title ?? '已选文件'}</>
}
