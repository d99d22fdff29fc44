import type { FormRow, RowsField } from '@mingfu/law'
import { useState } from 'react'
import { Input, Modal, Typography } from '../../ui/index.ts'
import { readRows } from './read-rows.ts'

type Props = Readonly<{
  field: RowsField
  onRows: (rows: readonly FormRow[]) => void
  onClose: () => void
}>

/** 从表格粘贴: cells copied out of Excel or WPS come as lines with tabs. */
export function PasteRows({ field, onRows, onClose }: Props) {
  const [text, setText] = useState('')
  const rows = readRows(field.columns, text)
  const labels = Object.values(field.columns).map(({ label }) => label)
  return (
    <Modal
      open
      title={`粘贴${field.label}`}
      okText={rows.length === 0 ? '加入' : `加入${rows.length}行`}
      okButtonProps={{ disabled: rows.length === 0 }}
      onOk={() => onRows(rows)}
      onCancel={onClose}
    >
      <Typography.Paragraph>
        在电子表格中选中单元格，复制后粘贴到下面。有表头的，按表头对应；没有表头的，各列依次为：
        {labels.join('、')}。
      </Typography.Paragraph>
      <Input.TextArea
        aria-label="粘贴的表格"
        rows={10}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
    </Modal>
  )
}
