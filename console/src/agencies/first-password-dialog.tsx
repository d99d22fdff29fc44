import { Alert, Button, Descriptions, Modal, Typography } from '../ui/index.ts'

export type FirstPassword = Readonly<{ name: string; login: string; password: string }>

/** A password as it is shown once. */
export function FirstPasswordDialog({ first, onClose }: { first: FirstPassword; onClose: () => void }) {
  return (
    <Modal
      open
      title={`${first.name}的初始密码`}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          已经记下
        </Button>
      }
    >
      <Alert
        type="warning"
        showIcon
        className="below"
        title="密码只显示这一次，请当面交给本人。首次登录时要改成自己的密码。"
      />
      <Descriptions
        column={1}
        bordered
        size="small"
        items={[
          { key: 'login', label: '登录名', children: first.login },
          {
            key: 'password',
            label: '初始密码',
            children: (
              <Typography.Text code copyable={{ text: first.password, tooltips: ['复制', '已复制'] }}>
                {first.password}
              </Typography.Text>
            ),
          },
        ]}
      />
    </Modal>
  )
}
