import type { Hit } from '../finding.ts'

const PLATE =
  /(?<![\p{Script=Han}A-Za-z0-9](?<![于车牌号是为的，])|[A-Za-z0-9])[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼] ?[A-HJ-NP-Z][ ·•.-]?(?=[A-HJ-NP-Z]{0,5}\d)(?:[DF][A-HJ-NP-Z0-9]\d{4}|\d{5}[DF]|[A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳])(?![A-Za-z0-9])/gu
const PASSPORT =
  /(?<![A-Za-z0-9])(?:E[A-HJ-NP-Z]?\d{7,8}|[GDSP]\d{8}|(?:DE|SE|PE|MA|KJ)\d{7}|[HMCW]\d{8,10}|\d{8}(?=[^\d]{0,4}台胞))(?![A-Za-z0-9])/g
const NAMED_PASSPORT = /护照|旅行证|通行证|回乡证|台胞证|出入境证件/
const PRIVATE_MAIL =
  /[A-Za-z0-9][\w.+-]{2,40}@(?:qq|foxmail|163|126|yeah|sina|sohu|139|189|aliyun|gmail|hotmail|outlook|icloud|yahoo)\.(?:com|cn|net)(?:\.cn)?/gi
const CHAT =
  /(?<!官方|政务|企业|本报|公众)(?:(?:微信|QQ|扣扣)号?|vx|weixin|wechat)[ \t]*[:：][ \t]*(?<id>[A-Za-z][\w-]{5,19}|\d{5,11})(?!\d)|(?<=加(?:我|本人)?(?:微信|QQ)[ \t]*)(?<other>[A-Za-z][\w-]{5,19}|\d{5,11})(?!\d)/gi

/** 护照、通行证号码，车辆号牌，个人邮箱、微信、QQ: for a person to decide. */
export function findPersonalPapers(text: string): readonly Hit[] {
  const passports = NAMED_PASSPORT.test(text) ? [...text.matchAll(PASSPORT)] : []
  return [
    ...passports.map((match) =>
      hit(
        match,
        'PUB-60',
        'block',
        '有护照或者通行证号码，请删除或者遮盖',
        `${match[0].slice(0, 1)}****${match[0].slice(-3)}`,
      ),
    ),
    ...[...text.matchAll(PLATE)].map((match) =>
      hit(
        match,
        'PUB-60',
        'block',
        '有车辆号牌，涉及个人车辆的，请删除或者遮盖',
        `${match[0].slice(0, 2)}***${match[0].slice(-2)}`,
      ),
    ),
    ...[...text.matchAll(CHAT)].map((match) => {
      const id = match.groups?.id ?? match.groups?.other ?? match[0]
      const found = hit(match, 'PUB-61', 'block', '有个人的微信或者QQ号，请改用办公联系方式', '****')
      return { ...found, at: found.at + found.length - id.length, length: id.length }
    }),
    ...[...text.matchAll(PRIVATE_MAIL)].map((match) =>
      hit(
        match,
        'PUB-61',
        'warn',
        '有在商业网站注册的邮箱，请确认是不是公务邮箱',
        `${match[0].slice(0, 2)}****@${match[0].split('@')[1]}`,
      ),
    ),
  ]
}

function hit(
  match: RegExpMatchArray,
  rule: Hit['rule'],
  level: Hit['level'],
  message: string,
  masked: string,
): Hit {
  return { rule, level, certainty: 'likely', at: match.index ?? 0, length: match[0].length, message, masked }
}
