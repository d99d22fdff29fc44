import { letterTemplates, TEMPLATE_LETTERS } from '@mingfu/contract'
import { DOCUMENTS } from '@mingfu/law'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { download } from '../session/call.ts'
import { Gate } from '../session/gate.tsx'
import { useAct, useCall } from '../session/use-call.ts'
import { Button, Card, ErrorNote, Flex, QueryTable, Tag, Typography, Upload } from '../ui/index.ts'

type Code = (typeof TEMPLATE_LETTERS)[number]

/** 文书模板: the office's own layout in Word; a template that lacks a mandatory element is not taken. */
export function LetterTemplatesCard() {
  const query = useCall(letterTemplates.list)
  const save = useAct(letterTemplates.save, { done: '模板已经启用' })
  const [error, setError] = useState<unknown>(null)
  const rows = TEMPLATE_LETTERS.map((code) => ({ code, kept: query.data?.find((one) => one.code === code) }))
  return (
    <Card title="文书的 Word 模板" className="flush">
      <Typography.Paragraph type="secondary" className="card-note">
        没有上传模板的，按法定版式生成。先下载样例，在样例上修改版式，保留大括号中的内容后上传；PDF
        始终按法定版式生成。
      </Typography.Paragraph>
      <ErrorNote error={error ?? save.error} />
      <QueryTable
        query={query}
        rows={rows}
        rowKey={({ code }) => code}
        columns={[
          {
            title: '文书',
            cell: ({ code }: (typeof rows)[number]) => `${code}　${DOCUMENTS[code].title}${TO[code] ?? ''}`,
          },
          {
            title: '版式',
            cell: ({ kept }) =>
              kept === undefined ? <Tag>法定版式</Tag> : <Tag color="success">{kept.name}</Tag>,
          },
          {
            title: '操作',
            cell: ({ code, kept }) => (
              <Flex wrap gap="small">
                <Button
                  size="small"
                  onClick={() => {
                    setError(null)
                    download(letterTemplates.sample, { params: { code } }).catch(setError)
                  }}
                >
                  下载样例
                </Button>
                <Gate permission="lead-office">
                  <Upload
                    accept=".docx"
                    showUploadList={false}
                    beforeUpload={(file) => {
                      save.mutate({ params: { code }, body: {}, files: [{ field: 'file', file }] })
                      return false
                    }}
                  >
                    <Button size="small">上传模板</Button>
                  </Upload>
                  {kept === undefined ? null : (
                    <ActButton
                      size="small"
                      danger
                      route={letterTemplates.remove}
                      input={{ params: { code } }}
                      confirm={{ title: '删除模板，恢复法定版式？' }}
                      done="已恢复法定版式"
                    >
                      删除
                    </ActButton>
                  )}
                </Gate>
              </Flex>
            ),
          },
        ]}
        empty=""
      />
    </Card>
  )
}

/** Two letters share a title; whom they go to tells them apart. */
const TO: Partial<Record<Code, string>> = { D06: '（给第三方）', D09: '（给共同制作机关）' }
