import { SECRECY_QUESTIONS, type SecrecyQuestion } from '@mingfu/law'
import { Form, Input, Radio, Statute } from '../ui/index.ts'
import { optionsOf } from './words.ts'

export const SECRECY_QUESTION_IDS = Object.keys(SECRECY_QUESTIONS) as SecrecyQuestion[]
export const ANSWERS = { yes: '是', no: '否', unsure: '不能确定' } as const

/** Every question of the review; nothing is answered beforehand. */
export function SecrecyQuestions() {
  return SECRECY_QUESTION_IDS.map((id) => <SecrecyQuestionField key={id} id={id} />)
}

/** One of the questions, with its article; a yes that can be settled says how it was. */
function SecrecyQuestionField({ id }: { id: SecrecyQuestion }) {
  const { question, basis, blocks } = SECRECY_QUESTIONS[id]
  return (
    <div className="question">
      <Form.Item
        name={['answers', id, 'answer']}
        label={question}
        rules={[{ required: true, message: '请回答是、否或者不能确定' }]}
      >
        <Radio.Group options={optionsOf(ANSWERS)} />
      </Form.Item>
      <Statute of={basis} />
      {blocks ? null : (
        <Form.Item noStyle dependencies={[['answers', id, 'answer']]}>
          {({ getFieldValue }) =>
            getFieldValue(['answers', id, 'answer']) === 'yes' ? (
              <Form.Item name={['answers', id, 'settled']} label="如何处理后可以公开">
                <Input.TextArea
                  autoSize={{ minRows: 2 }}
                  maxLength={500}
                  placeholder="例如：已去除个人姓名和证件号码；已经某机关书面同意，文号为……"
                />
              </Form.Item>
            ) : null
          }
        </Form.Item>
      )}
    </div>
  )
}
