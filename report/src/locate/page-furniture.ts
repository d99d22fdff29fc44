import { isPlainDate } from '@mingfu/law'
import { foldText } from './fold.ts'

const ABOVE =
  /^(?:来源|信息来源|发布机构|发布时间|发布日期|发文日期|成文日期|生成日期|日期|时间|浏览(?:次数|量)|点击(?:数|量|次数)|阅读(?:次数|量)?|字体|字号|索引号|文号|作者|编辑|责任编辑|当前位置|您的位置|首页|打印|关闭|收藏|分享|文件已失效|有效性)(?:[:：>》【\s]|$)|【字体|\[字体/
const BELOW =
  /^(?:【?打印|【?关闭|分享到|分享[:：]|上一篇|下一篇|上一条|下一条|扫一扫|主办(?:单位)?[:：]|承办(?:单位)?[:：]|版权所有|网站地图|网站标识码|联系我们|相关(?:文档|链接|文章|阅读|附件)|责任编辑|来源[:：]|浏览次数|返回顶部|政府网站)|ICP备|公网安备/
const PUBLISHED = /(?:发布时间|发布日期|日期|时间)[:：]?(20\d\d)[-年/.](\d{1,2})[-月/.](\d{1,2})/

/** Lines above the report that belong to the page: source, date, font size. */
export function isAboveReport(line: string): boolean {
  return line.length <= 80 && ABOVE.test(line.trim())
}

/** The text of the last section up to where the page takes over: print buttons, neighbours, imprint. */
export function withoutPageFoot(lines: readonly string[]): readonly string[] {
  const foot = lines.findIndex((line) => line.length <= 60 && BELOW.test(line.trim()))
  return foot < 0 ? lines : lines.slice(0, foot)
}

/** 发布时间 as the page states it, `YYYY-MM-DD`. */
export function publishedOn(lines: readonly string[]): string | null {
  for (const line of lines) {
    const match = line.length > 120 ? null : PUBLISHED.exec(foldText(line))
    if (match === null) continue
    const [, year = '', month = '', day = ''] = match
    const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
    if (isPlainDate(date)) return date
  }
  return null
}
