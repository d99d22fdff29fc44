import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'

const SANS = '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif'

/** One calm main colour, Chinese typography, Chinese words, and the nonce that the page's policy asks of styles. */
export function UiProvider({ children }: { children: ReactNode }) {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce }}
      theme={{
        token: {
          colorPrimary: '#1f5a7a',
          colorLink: '#1f5a7a',
          colorInfo: '#1f5a7a',
          colorBgLayout: '#f4f6f7',
          colorTextSecondary: '#4d5b63',
          colorTextTertiary: '#5a676e',
          colorTextPlaceholder: '#66727a',
          borderRadius: 4,
          fontFamily: SANS,
          fontSize: 15,
        },
        components: {
          Layout: { headerBg: '#1f5a7a', siderBg: '#ffffff', headerHeight: 56, headerPadding: '0 20px' },
          Table: { headerBg: '#eef2f4', cellPaddingBlock: 10 },
        },
      }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}
