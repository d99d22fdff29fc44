import { disclosure, PORTAL_COLOURS, PORTAL_LAYOUTS, portal } from '@mingfu/contract'
import { ActButton } from '../session/act-button.tsx'
import { ContractForm, Field } from '../session/contract-form.tsx'
import { useCall } from '../session/use-call.ts'
import { Alert, Card, Checkbox, ErrorNote, Flex, Input, PageHead, Radio, Spin } from '../ui/index.ts'
import { MarkCard } from './mark-card.tsx'

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** 门户外观: how this agency's pages look to the public, and what the foot of the site says. */
export default function PortalPage() {
  const shown = useCall(portal.theme)
  return (
    <>
      <PageHead title="门户外观" note="只改变样子，不改变公开的内容和网址。保存后，门户的页面随即更新。" />
      <ErrorNote error={shown.error} />
      {shown.isPending ? <Spin /> : null}
      {shown.data === undefined ? null : (
        <Flex vertical gap="large">
          <ThemeCard key={String(shown.data.isOwn)} {...shown.data} />
          <MarkCard mark={shown.data.mark} />
          {shown.data.isHost ? <FooterCard /> : null}
        </Flex>
      )}
    </>
  )
}

type Theme = Readonly<{
  theme: Readonly<{ layout: string; colour: string; applyEntry: boolean }>
  isOwn: boolean
  isHost: boolean
}>

function ThemeCard({ theme, isOwn, isHost }: Theme) {
  return (
    <Card title="版式和主色">
      {isOwn || isHost ? null : (
        <Alert
          className="below"
          type="info"
          showIcon
          title="现在与上级机关的外观一致。保存以后，由本机关自行设置。"
        />
      )}
      <ContractForm route={portal.saveTheme} initial={theme} submit="保存" done="外观已经保存">
        <Field name="layout" extra="政府信息公开平台的栏目名称和次序全国统一，两种版式都照此排列。">
          <Radio.Group className="stacked-choices" options={options(PORTAL_LAYOUTS)} />
        </Field>
        <Field name="colour">
          <Radio.Group options={options(PORTAL_COLOURS)} />
        </Field>
        <Field name="applyEntry" valuePropName="checked" extra="不作为栏目的，仍在公开指南中提供申请的入口。">
          <Checkbox>在四个栏目之后显示</Checkbox>
        </Field>
      </ContractForm>
      {isOwn && !isHost ? (
        <div className="above">
          <ActButton route={portal.clearTheme} input={{}} done="已经与上级机关一致">
            取消设置，与上级机关一致
          </ActButton>
        </div>
      ) : null}
    </Card>
  )
}

function FooterCard() {
  const shown = useCall(disclosure.siteFooter)
  return (
    <Card title="网站页脚">
      <ErrorNote error={shown.error} />
      {shown.data === undefined ? null : (
        <ContractForm
          route={disclosure.saveSiteFooter}
          initial={shown.data}
          submit="保存页脚"
          done="网站页脚已经保存"
        >
          <Field name="operator">
            <Input />
          </Field>
          <Field name="phone">
            <Input />
          </Field>
          <Field name="address">
            <Input />
          </Field>
          <Field name="postcode">
            <Input />
          </Field>
          <Field name="icpNumber" extra="例如：豫ICP备00000001号">
            <Input />
          </Field>
          <Field name="policeRecord" extra="例如：豫公网安备 41130002000001号">
            <Input />
          </Field>
          <Field name="conacId" extra="党政机关网站标识管理平台给出的32位编号">
            <Input />
          </Field>
        </ContractForm>
      )}
    </Card>
  )
}
