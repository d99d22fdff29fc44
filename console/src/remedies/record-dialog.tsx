import { remedies } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { showFieldProblems } from '../session/form-problem.ts'
import { ErrorNote, Form, Input, Modal, Select } from '../ui/index.ts'
import { BLOCKS, optionsOf } from './words.ts'

type Values = Parameters<typeof call<typeof remedies.record>>[1] extends { body?: infer Body } | undefined
  ? Body
  : never

/** 登记案件. */
export function RecordDialog({
  requestId = null,
  onClose,
}: {
  requestId?: string | null
  onClose: () => void
}) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const record = useMutation({
    mutationFn: (values: NonNullable<Values>) => call(remedies.record, { body: { ...values, requestId } }),
    onError: (error) => showFieldProblems(form, error),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['disputes'] })
      onClose()
    },
  })
  return (
    <Modal
      open
      title="登记案件"
      okText="登记"
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={record.isPending}
    >
      <Form form={form} layout="vertical" onFinish={record.mutate} initialValues={{ role: 'original' }}>
        <Form.Item name="block" label="案件类别" rules={[{ required: true, message: '请选择案件类别' }]}>
          <Select options={optionsOf(BLOCKS)} />
        </Form.Item>
        <Form.Item
          name="role"
          label="本机关的地位"
          extra="本机关作为复议机关与原机关共同被诉的，只由原机关统计。"
          rules={[{ required: true }]}
        >
          <Select
            options={[
              { value: 'original', label: '作出答复的机关' },
              { value: 'co-defendant-reviewer', label: '共同被告的复议机关' },
            ]}
          />
        </Form.Item>
        <Form.Item
          name="organ"
          label="复议机关或者人民法院"
          rules={[{ required: true, message: '请填写复议机关或者人民法院' }]}
        >
          <Input />
        </Form.Item>
        <Form.Item name="caseNumber" label="案号">
          <Input />
        </Form.Item>
        <Form.Item name="filedOn" label="收到日期" rules={[{ required: true, message: '请填写收到日期' }]}>
          <Input type="date" />
        </Form.Item>
      </Form>
      <ErrorNote error={record.error} />
    </Modal>
  )
}
