import { Alert, Button, Flex, Modal, Typography } from '../ui/index.ts'

/** 恢复码, as they are shown once. */
export function RecoveryCodesDialog({ codes, onClose }: { codes: readonly string[]; onClose: () => void }) {
  return (
    <Modal
      open
      title="恢复码"
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          已经记下
        </Button>
      }
    >
      <Flex vertical gap="middle">
        <Alert
          type="warning"
          showIcon
          title="恢复码只显示这一次。请抄下或者打印，与手机分开保管；手机丢失时用它登录，每个只能用一次。"
        />
        <ul className="recovery-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ul>
        <Typography.Text copyable={{ text: codes.join('\n'), tooltips: ['复制', '已复制'] }}>
          复制全部
        </Typography.Text>
      </Flex>
    </Modal>
  )
}
