import type { ThemeConfig } from 'antd'

const TEAL = '#1f5a7a'

/** One calm main colour; every colour of text stands at 4.5 : 1 or better on what lies under it (WCAG AA). */
export const THEME: ThemeConfig = {
  // Without the hash there is no :where(), which Chromium 87 does not know.
  hashed: false,
  token: {
    // Nothing moves: it is quicker at work, and kinder to whoever asked their system for less motion.
    motion: false,
    colorPrimary: TEAL,
    colorLink: TEAL,
    colorInfo: TEAL,
    colorSuccess: '#1a7340',
    colorWarning: '#8f5200',
    colorError: '#b42318',
    colorBgLayout: '#f4f6f7',
    colorTextSecondary: '#4d5b63',
    colorTextTertiary: '#5a676e',
    colorTextPlaceholder: '#66727a',
    colorPrimaryBg: '#e6eff4',
    colorPrimaryBgHover: '#d5e5ee',
    colorSuccessBg: '#eaf5ee',
    colorSuccessBorder: '#a9d3b9',
    colorWarningBg: '#fdf4e3',
    colorWarningBorder: '#e6c68d',
    colorErrorBg: '#fdeeec',
    colorErrorBorder: '#edb4ae',
    colorInfoBg: '#e6eff4',
    colorInfoBorder: '#a9c7d7',
    borderRadius: 4,
    fontFamily: '"PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Source Han Sans SC", sans-serif',
    fontSize: 15,
  },
  components: {
    Layout: { headerBg: TEAL, siderBg: '#ffffff', headerHeight: 56, headerPadding: '0 20px' },
    Menu: { itemSelectedBg: '#e6eff4', itemSelectedColor: TEAL, subMenuItemBg: '#ffffff' },
    Table: { headerBg: '#eef2f4', cellPaddingBlock: 10 },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
  },
}
