import { z } from 'zod'
import { defineRoute } from './route.ts'

export const PORTAL_LAYOUTS = {
  columns: '栏目式：四个栏目竖排在每一页左侧，“法定主动公开内容”展开',
  tiles: '图标式：栏目以图标排在首页，其余页面排在页头',
} as const
export const PORTAL_COLOURS = { teal: '青蓝', blue: '蔚蓝', red: '朱红' } as const

/** 门户外观. */
export const PortalThemeInput = z.strictObject({
  layout: z.enum(['columns', 'tiles'], '请选择版式').meta({ title: '版式' }),
  colour: z.enum(['teal', 'blue', 'red'], '请选择主色').meta({ title: '主色' }),
  applyEntry: z.boolean().meta({ title: '“依申请公开”作为第五个栏目' }),
})
export type PortalThemeInput = z.infer<typeof PortalThemeInput>

/** 门户: how an agency's part of the public pages looks. */
export const portal = {
  theme: defineRoute({
    method: 'GET',
    path: '/portal/theme',
    summary: '本机关门户的外观，以及是否由本机关自行设置',
    access: 'staff',
    answer: z.object({
      theme: PortalThemeInput,
      /** `false`: as the agency above has it. */
      isOwn: z.boolean(),
      /** Whether this agency hosts the site and so writes its foot. */
      isHost: z.boolean(),
      mark: z.object({ src: z.string(), alt: z.string(), width: z.number(), height: z.number() }).nullable(),
    }),
  }),
  saveTheme: defineRoute({
    method: 'PUT',
    path: '/portal/theme',
    summary: '设置本机关门户的外观',
    access: 'staff',
    body: PortalThemeInput,
    answer: z.object({}),
  }),
  saveMark: defineRoute({
    method: 'POST',
    path: '/portal/mark',
    summary: '上传本机关的标识（PNG 或者 JPEG），显示在门户的页头',
    access: 'staff',
    body: z.object({
      alt: z
        .string()
        .trim()
        .min(1, '请填写替代文字，例如机关的名称')
        .max(60, '替代文字最多60个字')
        .meta({ title: '替代文字' }),
    }),
    files: ['png', 'jpg'],
    answer: z.object({}),
  }),
  removeMark: defineRoute({
    method: 'DELETE',
    path: '/portal/mark',
    summary: '撤下本机关的标识',
    access: 'staff',
    answer: z.object({}),
  }),
  clearTheme: defineRoute({
    method: 'DELETE',
    path: '/portal/theme',
    summary: '取消本机关的设置，与上级机关的外观一致',
    access: 'staff',
    answer: z.object({}),
  }),
}
