import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readConfig } from './config.ts'

const ALIYUN = {
  MINGFU_SMS_KIND: 'aliyun',
  MINGFU_SMS_KEY: 'k',
  MINGFU_SMS_SECRET: 's',
  MINGFU_SMS_SIGN: '测试区政务公开',
  MINGFU_SMS_TEMPLATE: 'SMS_1',
} as const

describe('what the environment may say', () => {
  it('needs to say nothing', () => {
    expect(readConfig({})).toEqual({
      port: 8600,
      host: '127.0.0.1',
      home: resolve('.mingfu'),
      databaseUrl: undefined,
      databaseAppUrl: undefined,
      statements: 'named',
      serverFolder: undefined,
      publicUrl: undefined,
      trustProxy: false,
      countingPractice: {
        resultYearBy: 'decision',
        severalItems: 'one-case',
        lapseCountsAsRepeal: false,
      },
      signIn: { secondFactor: 'optional', unusedAfterDays: 90, idleMinutes: 30, passwordDays: null },
    })
  })

  it('is read whole, and an empty value is none', () => {
    const config = readConfig({
      PORT: '80',
      HOST: '0.0.0.0',
      MINGFU_HOME: '/srv/mingfu',
      MINGFU_DATABASE_URL: 'postgresql://owner@db/mingfu',
      MINGFU_DATABASE_APP_URL: ' ',
      MINGFU_DATABASE_STATEMENTS: 'unnamed',
      MINGFU_PG_BIN: '',
      MINGFU_PUBLIC_URL: 'https://gk.example.gov.cn/',
      MINGFU_TRUST_PROXY: '1',
      MINGFU_RESULT_YEAR_BY: 'service',
      MINGFU_LAPSE_COUNTS_AS_REPEAL: '1',
      MINGFU_SECOND_FACTOR: 'required',
      MINGFU_UNUSED_ACCOUNT_DAYS: '0',
      MINGFU_IDLE_MINUTES: '15',
      MINGFU_PASSWORD_DAYS: '90',
    })
    expect(config).toEqual({
      port: 80,
      host: '0.0.0.0',
      home: resolve('/srv/mingfu'),
      databaseUrl: 'postgresql://owner@db/mingfu',
      databaseAppUrl: undefined,
      statements: 'unnamed',
      serverFolder: undefined,
      publicUrl: 'https://gk.example.gov.cn',
      trustProxy: true,
      countingPractice: {
        resultYearBy: 'service',
        severalItems: 'one-case',
        lapseCountsAsRepeal: true,
      },
      signIn: { secondFactor: 'required', unusedAfterDays: null, idleMinutes: 15, passwordDays: 90 },
    })
  })

  it('knows where the clouds are, and what their templates are filled with', () => {
    expect(readConfig(ALIYUN).sms).toEqual({
      kind: 'aliyun',
      url: 'https://dysmsapi.aliyuncs.com',
      account: '',
      key: 'k',
      secret: 's',
      sign: '测试区政务公开',
      template: 'SMS_1',
      staffTemplate: 'SMS_1',
      parameters: { number: '{number}' },
      region: 'ap-guangzhou',
    })
    const tencent = readConfig({
      ...ALIYUN,
      MINGFU_SMS_KIND: 'tencent',
      MINGFU_SMS_ACCOUNT: '1400787878',
      MINGFU_SMS_STAFF_TEMPLATE: '2',
      MINGFU_SMS_PARAMETERS: '["{number}","{link}"]',
    }).sms
    expect([tencent?.url, tencent?.staffTemplate, tencent?.parameters]).toEqual([
      'https://sms.tencentcloudapi.com',
      '2',
      ['{number}', '{link}'],
    ])
  })

  it.each([
    [{ PORT: 'eighty' }, 'PORT 应当是数字。'],
    [{ PORT: '70000' }, 'PORT 应当在0到65535之间。'],
    [{ PORT: '80.5' }, 'PORT 应当是整数。'],
    [
      { MINGFU_DATABASE_URL: 'mysql://db' },
      'MINGFU_DATABASE_URL 应当以 postgres:// 开头，例如 postgres://用户名:口令@主机:5432/库名。',
    ],
    [
      { MINGFU_DATABASE_STATEMENTS: 'maybe', MINGFU_TRUST_PROXY: 'yes' },
      'MINGFU_DATABASE_STATEMENTS 只能是 named 或者 unnamed；MINGFU_TRUST_PROXY 只能是 0 或者 1。',
    ],
    [{ MINGFU_RESULT_YEAR_BY: 'receipt' }, 'MINGFU_RESULT_YEAR_BY 只能是 decision 或者 service。'],
    [{ MINGFU_SEVERAL_ITEMS: 'two' }, 'MINGFU_SEVERAL_ITEMS 只能是 one-case 或者 one-case-an-item。'],
    [{ MINGFU_SECOND_FACTOR: 'on' }, 'MINGFU_SECOND_FACTOR 只能是 off、optional 或者 required。'],
    [{ MINGFU_IDLE_MINUTES: '600' }, 'MINGFU_IDLE_MINUTES 应当在5到60之间。'],
    [{ MINGFU_UNUSED_ACCOUNT_DAYS: '365' }, 'MINGFU_UNUSED_ACCOUNT_DAYS 不能超过90天，0 表示不自动停用。'],
    [
      { MINGFU_PUBLIC_URL: 'gk.example.gov.cn' },
      'MINGFU_PUBLIC_URL 应当是完整的网址，例如 https://gk.example.gov.cn。',
    ],
    [
      { MINGFU_DATABASE_APP_URL: 'postgres://app@db/mingfu' },
      '设置了 MINGFU_DATABASE_APP_URL，还应当设置 MINGFU_DATABASE_URL。',
    ],
    [
      { MINGFU_OIDC_ISSUER: 'http://sso.example.gov.cn' },
      'MINGFU_OIDC_ISSUER 应当是以 https:// 开头的网址，例如 https://sso.example.gov.cn；自建证书的，用 NODE_EXTRA_CA_CERTS 指定。',
    ],
    [
      { MINGFU_OIDC_ISSUER: 'https://sso.example.gov.cn' },
      '设置了 MINGFU_OIDC_ISSUER，还应当设置平台发给本系统的 MINGFU_OIDC_CLIENT_ID 和 MINGFU_OIDC_CLIENT_SECRET。',
    ],
    [
      {
        MINGFU_OIDC_ISSUER: 'https://sso.example.gov.cn',
        MINGFU_OIDC_CLIENT_ID: 'a',
        MINGFU_OIDC_CLIENT_SECRET: 'b',
      },
      '设置了 MINGFU_OIDC_ISSUER，还应当用 MINGFU_PUBLIC_URL 设置本系统的网址，平台据此返回。',
    ],
    [{ MINGFU_OIDC_CLIENT_ID: 'a' }, '设置了统一身份认证的，还应当用 MINGFU_OIDC_ISSUER 设置平台的网址。'],
    [{ MINGFU_OIDC_SCOPE: 'profile' }, 'MINGFU_OIDC_SCOPE 应当包含 openid。'],
    [{ MINGFU_SMS_KIND: 'fax' }, 'MINGFU_SMS_KIND 只能是 signed、yunmas、aliyun、tencent 中的一种。'],
    [
      { MINGFU_SMS_URL: 'https://sms.example' },
      '设置了短信网关的，还应当设置 MINGFU_SMS_KEY 和 MINGFU_SMS_SECRET。',
    ],
    [
      { MINGFU_SMS_KIND: 'aliyun', MINGFU_SMS_KEY: 'k', MINGFU_SMS_SECRET: 's' },
      '使用阿里云短信的，还应当用 MINGFU_SMS_SIGN 设置短信签名，用 MINGFU_SMS_TEMPLATE 设置模板编号。',
    ],
    [
      { MINGFU_SMS_KIND: 'tencent', MINGFU_SMS_KEY: 'k', MINGFU_SMS_SECRET: 's' },
      '使用腾讯云短信的，还应当用 MINGFU_SMS_ACCOUNT 设置应用编号（SmsSdkAppId）。',
    ],
    [
      { ...ALIYUN, MINGFU_SMS_PARAMETERS: '["{number}"]' },
      'MINGFU_SMS_PARAMETERS 应当是 JSON 对象，例如 {"number":"{number}"}，名称与模板的变量一致。',
    ],
    [
      { ...ALIYUN, MINGFU_SMS_PARAMETERS: '{"n":"{name}"}' },
      'MINGFU_SMS_PARAMETERS 中的 {name} 没有可填的内容，只能用 {number} 和 {link}。',
    ],
  ])('is refused in words: %j', (environment, sentence) => {
    expect(() => readConfig(environment)).toThrow(sentence)
  })
})
