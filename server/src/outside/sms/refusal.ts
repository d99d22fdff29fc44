import { Undeliverable } from '../../services/notifications/messengers.ts'

/** What is wrong with this message itself: another try would be refused as well. */
const FOR_GOOD =
  /MOBILE|PhoneNumber|Blacklist|BLACK|TEMPLATE|Template|SIGN(ATURE)?_(NAME_)?ILLEGAL|SignatureIncorrect|PARAM|Parameter|CONTENT|Content/

/** What the operator has to see to; the message is tried again meanwhile. */
const OPERATOR: readonly (readonly [RegExp, string])[] = [
  [/SignatureDoesNotMatch|SignatureFailure/, '签名不正确，请核对 MINGFU_SMS_SECRET'],
  [/AccessKeyId|SecretIdNotFound|InvalidCredential|TokenFailure/, '账号不存在，请核对 MINGFU_SMS_KEY'],
  [/TimeStamp|SignatureExpire|InvalidTimestamp/, '本机时间与网关相差过大，请校准时间'],
  [/AMOUNT_NOT_ENOUGH|InsufficientBalance|OUT_OF_SERVICE/, '短信余额不足，请充值'],
  [/Forbidden|NoPermission|Unauthorized|UnauthorizedOperation/, '账号没有发送短信的权限，请在网关授权'],
  [/LIMIT|Limit|Throttling|FREQUENC/i, '超过网关的发送频次，稍后再试'],
]

/** The error that a gateway's refusal is: final when it is about the message, to be tried again otherwise. */
export function refusal(code: string, message: string): Error {
  const said = OPERATOR.find(([pattern]) => pattern.test(code))?.[1]
  const text = `短信网关没有受理：${code} ${message}${said === undefined ? '' : `（${said}）`}`
  return said === undefined && FOR_GOOD.test(code) ? new Undeliverable(text) : new Error(text)
}
