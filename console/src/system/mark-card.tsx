import { portal } from '@mingfu/contract'
import { useState } from 'react'
import { ActButton } from '../session/act-button.tsx'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { Button, Card, Flex, Form, Input, Upload } from '../ui/index.ts'

type Mark = Readonly<{ src: string; alt: string; width: number; height: number }>

/** 机关标识: the picture in the head of the organ's part of the portal. */
export function MarkCard({ mark }: Readonly<{ mark: Mark | null }>) {
  const [file, setFile] = useState<File>()
  return (
    <Card title="机关标识">
      {mark === null ? (
        <p>还没有上传，门户页头显示本系统的图标。</p>
      ) : (
        <Flex align="center" gap="middle" className="below">
          <img src={mark.src} alt={mark.alt} height={52} />
          <ActButton
            route={portal.removeMark}
            input={{}}
            done="标识已经撤下"
            confirm={{ title: '撤下机关标识', content: '撤下以后，门户页头显示本系统的图标。' }}
          >
            撤下
          </ActButton>
        </Flex>
      )}
      <ContractForm
        key={mark?.src ?? ''}
        route={portal.saveMark}
        input={{ files: file === undefined ? [] : [{ field: 'file', file }] }}
        initial={{ alt: mark?.alt ?? '' }}
        submit={mark === null ? '上传' : '更换'}
        done="标识已经更新"
        onDone={() => setFile(undefined)}
      >
        <Form.Item
          label="图片"
          extra="PNG 或者 JPEG，不超过60KB；高100至200像素、底色透明的最合适。国徽、国旗的使用应当符合法律规定。"
        >
          <Upload
            accept=".png,.jpg,.jpeg"
            maxCount={1}
            fileList={file === undefined ? [] : [{ uid: file.name, name: file.name }]}
            beforeUpload={(chosen) => {
              setFile(chosen)
              return false
            }}
            onRemove={() => setFile(undefined)}
          >
            <Button>选择图片</Button>
          </Upload>
        </Form.Item>
        <Field name="alt" extra="读屏软件会朗读，一般填写机关的名称。">
          <Input />
        </Field>
      </ContractForm>
    </Card>
  )
}
