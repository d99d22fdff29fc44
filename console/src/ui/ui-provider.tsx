import { App, ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { ReactNode } from 'react'
import { giveNonceToStyles, styleNonce } from './style-nonce.ts'
import { THEME } from './theme.ts'

giveNonceToStyles()

/** The console's look and words: one theme, Chinese, and the nonce that the page's policy asks of styles. */
export function UiProvider({ children }: { children: ReactNode }) {
  return (
    <ConfigProvider
      locale={zhCN}
      csp={{ nonce: styleNonce() }}
      theme={THEME}
      button={{ autoInsertSpace: false }}
      wave={{ disabled: true }}
    >
      <App>{children}</App>
    </ConfigProvider>
  )
}
