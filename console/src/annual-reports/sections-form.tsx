import { type AnnualReportView, annualReports } from '@mingfu/contract'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { call } from '../session/call.ts'
import { useMay } from '../session/use-session.ts'
import { App, Button, ErrorNote, Flex, Form, Input, LinkButton, Typography } from '../ui/index.ts'
import { AlikeNote } from './alike-note.tsx'
import { SkeletonDrawer } from './skeleton-drawer.tsx'

/** 一、五、六部分的文字; the tables fill the other three. */
export function SectionsForm({ report }: { report: AnnualReportView }) {
  const may = useMay()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [form] = Form.useForm()
  const [drafting, setDrafting] = useState(false)
  const prose = report.sections.filter(({ id }) => id === 's1' || id === 's5' || id === 's6')
  const save = useMutation({
    mutationFn: (texts: Record<string, string>) =>
      call(annualReports.saveSections, {
        params: { year: report.year },
        body: { version: report.version, sections: prose.map(({ id }) => ({ id, text: texts[id] ?? '' })) },
      }),
    onSuccess: async () => {
      message.success('已保存')
      await queries.invalidateQueries({ queryKey: ['annual-report', String(report.year)] })
    },
  })
  if (report.state === 'published' || !may('compile-annual-report')) {
    return prose.map(({ id, heading, text }) => (
      <section key={id}>
        <Typography.Title level={2}>{heading}</Typography.Title>
        <p className="document-text">{text || '（无）'}</p>
      </section>
    ))
  }
  const take = (section: string, text: string) => {
    const before = String(form.getFieldValue(section) ?? '').trimEnd()
    form.setFieldValue(section, before === '' ? text : `${before}\n${text}`)
  }
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={Object.fromEntries(prose.map(({ id, text }) => [id, text]))}
      onFinish={save.mutate}
    >
      <Flex gap="small" wrap className="below">
        <Button onClick={() => setDrafting(true)}>起草素材</Button>
        <LinkButton to="/annual-reports/activities">监督保障记录</LinkButton>
      </Flex>
      <AlikeNote year={report.year} />
      {prose.map(({ id, heading }) => (
        <Form.Item key={id} name={id} label={heading}>
          <Input.TextArea autoSize={{ minRows: 6, maxRows: 24 }} showCount maxLength={30_000} />
        </Form.Item>
      ))}
      {drafting ? (
        <SkeletonDrawer
          year={report.year}
          format={report.format}
          onTake={take}
          onClose={() => setDrafting(false)}
        />
      ) : null}
      <Flex vertical gap="middle" align="start">
        <ErrorNote error={save.error} />
        <Button type="primary" htmlType="submit" loading={save.isPending}>
          保存文字
        </Button>
      </Flex>
    </Form>
  )
}
