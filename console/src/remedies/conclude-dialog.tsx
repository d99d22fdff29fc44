import { type DisputeView, remedies } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { call } from '../session/call.ts'
import { showFieldProblems } from '../session/form-problem.ts'
import { ErrorNote, Form, Input, Modal, Select } from '../ui/index.ts'
import { OUTCOMES, optionsOf } from './words.ts'

type Values = Readonly<{ outcome: 'upheld' | 'corrected' | 'other'; concludedOn: string; note?: string }>

/** 登记审结结果. */
export function ConcludeDialog({ dispute, onClose }: { dispute: DisputeView; onClose: () => void }) {
  const [form] = Form.useForm()
  const queries = useQueryClient()
  const conclude = useMutation({
    mutationFn: (body: Values) => call(remedies.conclude, { params: { disputeId: dispute.disputeId }, body }),
    onError: (error) => showFieldProblems(form, error),
    onSuccess: async () => {
      await queries.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal
      open
      title="登记审结结果"
      okText="登记"
      onCancel={onClose}
      onOk={form.submit}
      confirmLoading={conclude.isPending}
    >
      <Form form={form} layout="vertical" onFinish={conclude.mutate}>
        <Form.Item name="outcome" label="审结结果" rules={[{ required: true, message: '请选择审结结果' }]}>
          <Select options={optionsOf(OUTCOMES)} />
        </Form.Item>
        <Form.Item
          name="concludedOn"
          label="审结日期"
          rules={[{ required: true, message: '请填写审结日期' }]}
        >
          <Input type="date" />
        </Form.Item>
        <Form.Item name="note" label="备注">
          <Input.TextArea autoSize={{ minRows: 2 }} />
        </Form.Item>
      </Form>
      <ErrorNote error={conclude.error} />
    </Modal>
  )
}
