import { requests } from '@mingfu/contract'
import { useState } from 'react'
import { Field, FormDialog } from '../session/contract-form.tsx'
import { useSession } from '../session/use-session.ts'
import { Alert, DayField, Input, Radio, Select } from '../ui/index.ts'
import { type ChosenFile, FileChoice } from './file-choice.tsx'
import { filledLines, LinesInput } from './lines-input.tsx'
import type { DialogProps } from './use-on.ts'
import { EVIDENCE_OPTIONS, OPINION_OPTIONS, PURPOSE_OPTIONS } from './words.ts'

export function SearchDialog({ file, onClose }: DialogProps) {
  const { data: me } = useSession()
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  return (
    <FormDialog
      title="登记检索记录"
      route={requests.recordSearch}
      input={{ params: { requestId: file.requestId }, files }}
      submit="登记"
      done="检索记录已经入卷"
      onDone={onClose}
      onClose={onClose}
      initial={{ searchedOn: me?.today, searchedBy: me?.name }}
      toBody={(values) => ({
        ...values,
        systems: filledLines(values.systems),
        words: filledLines(values.words),
        unitsAsked: filledLines(values.unitsAsked),
      })}
    >
      <Alert
        type="info"
        showIcon
        className="below"
        title="申请人的用语未必是文件的名称：请同时用同义词、规范名称、相关文号检索，并询问有关单位。"
      />
      <Field name="systems">
        <LinesInput />
      </Field>
      <Field name="words">
        <LinesInput />
      </Field>
      <Field name="period">
        <Input placeholder="如：2019年1月至今" />
      </Field>
      <Field name="unitsAsked">
        <LinesInput minRows={2} />
      </Field>
      <Field name="hits">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Field>
      <Field name="searchedBy">
        <Input />
      </Field>
      <Field name="searchedOn">
        <DayField />
      </Field>
      <FileChoice label="添加截图、答复件" files={files} onChange={setFiles} />
    </FormDialog>
  )
}

export function ReviewDialog({ file, onClose }: DialogProps) {
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  return (
    <FormDialog
      title="登记公开前审查"
      route={requests.recordReview}
      input={{ params: { requestId: file.requestId }, files }}
      submit="登记"
      done="审查意见已经入卷"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="opinion" extra="以最后一次审查意见为准；没有可以公开的审查意见，不能提供信息。">
        <Radio.Group options={OPINION_OPTIONS} vertical />
      </Field>
      <Field name="text">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      <FileChoice label="添加审查材料" files={files} onChange={setFiles} />
    </FormDialog>
  )
}

export function EvidenceDialog({ file, onClose }: DialogProps) {
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  return (
    <FormDialog
      title="登记其他在卷材料"
      route={requests.recordEvidence}
      input={{ params: { requestId: file.requestId }, files }}
      submit="登记"
      done="材料已经入卷"
      onDone={onClose}
      onClose={onClose}
    >
      <Field name="kind">
        <Select options={EVIDENCE_OPTIONS} showSearch={{ optionFilterProp: 'label' }} />
      </Field>
      <Field name="text">
        <Input.TextArea autoSize={{ minRows: 3 }} />
      </Field>
      <FileChoice label="添加文件" files={files} onChange={setFiles} />
    </FormDialog>
  )
}

export function AddFileDialog({ file, onClose }: DialogProps) {
  const [files, setFiles] = useState<readonly ChosenFile[]>([])
  return (
    <FormDialog
      title="向案卷添加文件"
      route={requests.addFile}
      input={{ params: { requestId: file.requestId }, files }}
      submit="添加"
      done="文件已经入卷"
      onDone={onClose}
      onClose={onClose}
      initial={{ purpose: 'evidence' }}
    >
      <Field
        name="purpose"
        extra="要提供给申请人的文件，先作为“在卷材料”添加，再点“遮盖与净化”，复核后申请人可以在网上取件。"
      >
        <Radio.Group options={PURPOSE_OPTIONS} vertical />
      </Field>
      <FileChoice label="选择文件" files={files} onChange={setFiles} />
    </FormDialog>
  )
}
