import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type OutgoingMessage, Undeliverable } from '../../services/notifications/messengers.ts'
import { smsGateway } from '../sms-gateway.ts'
import { aliyunHeaders } from './aliyun.ts'
import type { SmsSettings } from './protocol.ts'
import { tencentAuthorization } from './tencent.ts'

type Call = Readonly<{ method: string; url: URL; headers: IncomingHttpHeaders; body: string }>
type Answer = Readonly<{ status?: number; body: unknown }>

/** A gateway on loopback. */
async function gateway(answer: (call: Call) => Answer): Promise<string> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const { status = 200, body } = answer({
        method: request.method ?? '',
        url: new URL(request.url ?? '/', 'http://loopback'),
        headers: request.headers,
        body: Buffer.concat(chunks).toString(),
      })
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    return new Promise<void>((resolve) => server.close(() => resolve()))
  })
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest()

const settings = (what: Partial<SmsSettings>): SmsSettings => ({
  kind: 'aliyun',
  url: '',
  account: '1400787878',
  key: 'the-key',
  secret: 'geheim',
  sign: '测试区政务公开',
  template: 'SMS_1001',
  staffTemplate: 'SMS_2002',
  parameters: { number: '{number}' },
  region: 'ap-guangzhou',
  ...what,
})
const message = (audience: 'applicant' | 'staff' = 'applicant'): OutgoingMessage => ({
  id: '0198-1',
  to: '13800001234',
  subject: '',
  body: '您编号测管公开申〔2026〕1号的申请有新的进展',
  about: { audience, number: '测管公开申〔2026〕1号', link: 'https://gk.example.gov.cn/apply/status' },
})
const failureOf = (sent: Promise<unknown>) => sent.catch((error: unknown) => error)

describe('阿里云', () => {
  it('signs the fixed example of its documentation as the documentation does', () => {
    const { authorization } = aliyunHeaders({
      host: 'ecs.cn-shanghai.aliyuncs.com',
      query: { ImageId: 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd', RegionId: 'cn-shanghai' },
      action: 'RunInstances',
      version: '2014-05-26',
      key: 'YourAccessKeyId',
      secret: 'YourAccessKeySecret',
      at: new Date('2023-10-26T10:22:32Z'),
      nonce: '3156853299f313e23d1673dc12e1703d',
    })
    expect(authorization).toBe(
      'ACS3-HMAC-SHA256 Credential=YourAccessKeyId,' +
        'SignedHeaders=host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version,' +
        'Signature=06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
    )
  })

  /** What the gateway does: works the signature out over what it was given. */
  function check({ method, url, headers, body }: Call): Answer {
    const [, names = '', given] =
      /^ACS3-HMAC-SHA256 Credential=the-key,SignedHeaders=([\w;-]+),Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? []
    const query = url.search.slice(1).split('&').sort().join('&')
    const listed = names.split(';').map((name) => `${name}:${String(headers[name])}\n`)
    const canonical = [method, url.pathname, query, listed.join(''), names, sha256(body)].join('\n')
    const expected = hmac('geheim', `ACS3-HMAC-SHA256\n${sha256(canonical)}`).toString('hex')
    const all = ['host', 'x-acs-action', 'x-acs-content-sha256', 'x-acs-date', 'x-acs-signature-nonce']
    if (given !== expected || !all.every((name) => names.split(';').includes(name)))
      return { status: 400, body: { Code: 'SignatureDoesNotMatch', Message: 'bad', RequestId: 'R' } }
    return { body: { Code: 'OK', Message: 'OK', BizId: '900619746936498440^0', RequestId: 'R' } }
  }

  it('is sent a template with its parameters, under a signature that the gateway can check', async () => {
    const calls: Call[] = []
    const url = await gateway((call) => {
      calls.push(call)
      return check(call)
    })
    expect(await smsGateway(settings({ url })).send(message())).toEqual({ reference: '900619746936498440^0' })
    const [call] = calls
    expect(Object.fromEntries(call?.url.searchParams ?? [])).toEqual({
      OutId: '0198-1',
      PhoneNumbers: '13800001234',
      SignName: '测试区政务公开',
      TemplateCode: 'SMS_1001',
      TemplateParam: '{"number":"测管公开申〔2026〕1号"}',
    })
    expect([call?.method, call?.headers['x-acs-action'], call?.headers['x-acs-version']]).toEqual([
      'POST',
      'SendSms',
      '2017-05-25',
    ])
    await smsGateway(settings({ url })).send(message('staff'))
    expect(calls[1]?.url.searchParams.get('TemplateCode')).toBe('SMS_2002')
  })

  it('that does not know the secret says so, and the message is tried again when the operator has seen to it', async () => {
    const failure = await failureOf(
      smsGateway(settings({ url: await gateway(check), secret: 'anders' })).send(message()),
    )
    expect(failure).toBeInstanceOf(Error)
    expect(failure).not.toBeInstanceOf(Undeliverable)
    expect(String(failure)).toContain('请核对 MINGFU_SMS_SECRET')
  })

  // biome-ignore format: a table
  const REFUSALS = [
    ['isv.MOBILE_NUMBER_ILLEGAL',      200, true,  'isv.MOBILE_NUMBER_ILLEGAL'],
    ['isv.SMS_TEMPLATE_ILLEGAL',       200, true,  'isv.SMS_TEMPLATE_ILLEGAL'],
    ['isv.TEMPLATE_MISSING_PARAMETERS', 200, true, 'isv.TEMPLATE_MISSING_PARAMETERS'],
    ['isv.SMS_SIGNATURE_ILLEGAL',      200, true,  'isv.SMS_SIGNATURE_ILLEGAL'],
    ['isv.BUSINESS_LIMIT_CONTROL',     200, false, '超过网关的发送频次'],
    ['isv.AMOUNT_NOT_ENOUGH',          200, false, '短信余额不足'],
    ['InvalidAccessKeyId.NotFound',    404, false, '请核对 MINGFU_SMS_KEY'],
    ['InvalidTimeStamp.Expired',       400, false, '请校准时间'],
    ['isp.SYSTEM_ERROR',               200, false, 'isp.SYSTEM_ERROR'],
  ] as const
  it.each(REFUSALS)('%s (%i): final %s', async (Code, status, final, said) => {
    const url = await gateway(() => ({ status, body: { Code, Message: 'no' } }))
    const failure = await failureOf(smsGateway(settings({ url })).send(message()))
    expect(failure instanceof Undeliverable).toBe(final)
    expect(String(failure)).toContain(said)
  })
})

describe('腾讯云', () => {
  it('signs the example of its documentation as the documentation does', () => {
    expect(
      tencentAuthorization({
        host: 'cvm.tencentcloudapi.com',
        service: 'cvm',
        payload: String.raw`{"Limit": 1, "Filters": [{"Values": ["\u672a\u547d\u540d"], "Name": "instance-name"}]}`,
        id: 'AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE',
        secret: 'Gu5t9xGARNpq86cd98joQYCN3EXAMPLE',
        at: new Date(1_551_113_065_000),
      }),
    ).toBe(
      'TC3-HMAC-SHA256 Credential=AKIDz8krbsJ5yKBZQpn74WFkmLPx3EXAMPLE/2019-02-25/cvm/tc3_request, ' +
        'SignedHeaders=content-type;host, Signature=72e494ea809ad7a8c8f7a4507b9bddcbaa8e581f516e8da2f66e2c5a96525168',
    )
  })

  const tencent = (url: string, what: Partial<SmsSettings> = {}) =>
    settings({ kind: 'tencent', url, template: '449739', parameters: ['{number}', '{link}'], ...what })

  function check({ headers, body }: Call): Answer {
    const [, day = '', given] =
      /^TC3-HMAC-SHA256 Credential=the-key\/(\d{4}-\d\d-\d\d)\/sms\/tc3_request, SignedHeaders=content-type;host, Signature=(\w+)$/.exec(
        headers.authorization ?? '',
      ) ?? []
    const listed = `content-type:${headers['content-type']}\nhost:${headers.host}\n`
    const canonical = ['POST', '/', '', listed, 'content-type;host', sha256(body)].join('\n')
    const at = String(headers['x-tc-timestamp'])
    const toSign = ['TC3-HMAC-SHA256', at, `${day}/sms/tc3_request`, sha256(canonical)].join('\n')
    const key = hmac(hmac(hmac('TC3geheim', day), 'sms'), 'tc3_request')
    const fresh = day === new Date(Number(at) * 1000).toISOString().slice(0, 10)
    if (!fresh || hmac(key, toSign).toString('hex') !== given) {
      const refused = { Code: 'AuthFailure.SignatureFailure', Message: 'bad' }
      return { body: { Response: { Error: refused, RequestId: 'R' } } }
    }
    const sent = { SerialNo: '5000:1045710669157053657849499619', Code: 'Ok', Message: 'send success' }
    return { body: { Response: { SendStatusSet: [sent], RequestId: 'R' } } }
  }

  it('is sent a template with its parameters in order, under a signature that the gateway can check', async () => {
    const calls: Call[] = []
    const url = await gateway((call) => {
      calls.push(call)
      return check(call)
    })
    expect(await smsGateway(tencent(url)).send(message())).toEqual({
      reference: '5000:1045710669157053657849499619',
    })
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
      PhoneNumberSet: ['+8613800001234'],
      SmsSdkAppId: '1400787878',
      SignName: '测试区政务公开',
      TemplateId: '449739',
      TemplateParamSet: ['测管公开申〔2026〕1号', 'https://gk.example.gov.cn/apply/status'],
      SessionContext: '0198-1',
    })
    const { headers } = calls[0] ?? {}
    expect([headers?.['x-tc-action'], headers?.['x-tc-version'], headers?.['x-tc-region']]).toEqual([
      'SendSms',
      '2021-01-11',
      'ap-guangzhou',
    ])
    const failure = await failureOf(smsGateway(tencent(url, { secret: 'anders' })).send(message()))
    expect(failure).not.toBeInstanceOf(Undeliverable)
    expect(String(failure)).toContain('请核对 MINGFU_SMS_SECRET')
  })

  // biome-ignore format: a table
  const REFUSALS = [
    ['InvalidParameterValue.IncorrectPhoneNumber',            true],
    ['FailedOperation.PhoneNumberInBlacklist',                true],
    ['FailedOperation.TemplateIncorrectOrUnapproved',         true],
    ['FailedOperation.SignatureIncorrectOrUnapproved',        true],
    ['LimitExceeded.PhoneNumberDailyLimit',                   false],
    ['FailedOperation.InsufficientBalanceInSmsPackage',       false],
    ['InternalError.Timeout',                                 false],
  ] as const
  it.each(REFUSALS)('%s: final %s', async (Code, final) => {
    const url = await gateway(() => ({
      body: { Response: { SendStatusSet: [{ Code, Message: 'no', SerialNo: '' }], RequestId: 'R' } },
    }))
    const failure = await failureOf(smsGateway(tencent(url)).send(message()))
    expect(failure).toBeInstanceOf(Error)
    expect(failure instanceof Undeliverable).toBe(final)
  })
})
