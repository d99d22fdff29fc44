import { ChannelFailure, type Reaction } from '../../services/channels/official-account.ts'

/** 全局返回码 of the calls that we make: what happened, what to do, and whether a person has to. */
// biome-ignore format: a table
const ERRORS: Readonly<Record<number, readonly [string, Reaction]>> = {
  [-1]:  ['平台繁忙，稍后自动再试', 'later'],
  40001: ['AppSecret不正确或者接口凭证无效，请系统管理员核对 MINGFU_WECHAT_SECRET', 'person'],
  40005: ['图片类型不对，请换成jpg或者png后重新备稿', 'person'],
  40007: ['图片或者草稿在平台上已经不存在，重新上传', 'upload-again'],
  40009: ['图片大小不合要求，请压缩后重新备稿', 'person'],
  40013: ['AppID不正确，请系统管理员核对 MINGFU_WECHAT_APPID', 'person'],
  40014: ['接口凭证无效，刷新后仍不能使用，请系统管理员核对是否有其他程序在用同一个公众号', 'person'],
  40125: ['AppSecret不正确，请系统管理员核对 MINGFU_WECHAT_SECRET', 'person'],
  40137: ['图片格式不支持，请换成jpg或者png后重新备稿', 'person'],
  40164: ['本机的IP不在公众号的IP白名单里，请在公众号后台“基本配置”中加入', 'person'],
  40243: ['AppSecret已被冻结，请在公众号后台解冻', 'person'],
  42001: ['接口凭证已过期，刷新后仍不能使用，请系统管理员核对是否有其他程序在用同一个公众号', 'person'],
  43002: ['接口要求POST请求，是程序错误，请联系维护人员', 'person'],
  44003: ['图文内容为空，是程序错误，请联系维护人员', 'person'],
  45003: ['标题超过平台的限制，请缩短标题后重新备稿', 'person'],
  45004: ['摘要超过平台的限制，请缩短摘要后重新备稿', 'person'],
  45009: ['今天的接口调用次数已经用完，明天自动再试', 'tomorrow'],
  45166: ['平台认为正文含有不合规的内容或者格式，请修改正文后重新备稿', 'person'],
  47001: ['平台不能识别发送的数据，是程序错误，请联系维护人员', 'person'],
  48001: ['公众号没有这个接口的权限：须经微信认证，请在公众号后台核对“接口权限”', 'person'],
  53503: ['草稿没有通过平台的发布检查，请修改内容后重新备稿', 'person'],
  53504: ['须到公众号后台的草稿箱中人工处理', 'person'],
  53505: ['须到公众号后台手动保存草稿后再发布', 'person'],
}

export const STALE_TOKEN: readonly number[] = [40001, 40014, 42001]

/** What the platform's code means. The caller's address stands in the platform's own words, where it gives one. */
export function failureOf(code: number, words: string): ChannelFailure {
  const known = ERRORS[code]
  if (known === undefined)
    return new ChannelFailure(code, `公众号平台返回错误${code}：${words.slice(0, 200)}`, 'person')
  const [sentence, reaction] = known
  const ip = code === 40164 ? /invalid ip ([0-9a-f.:]+)/i.exec(words)?.[1] : undefined
  return new ChannelFailure(
    code,
    `${ip === undefined ? sentence : sentence.replace('本机的IP', `本机的IP ${ip} `)}（${code}）`,
    reaction,
  )
}
