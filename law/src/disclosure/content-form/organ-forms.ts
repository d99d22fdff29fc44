import { cite, citeItem } from '../../citation.ts'
import { choice, type FormFields, line, must, person, phone, rows, text } from './form-field.ts'

const PROFILE = citeItem('regulation', 20, 2)
const SERVICES = citeItem('regulation', 20, 5)
const POWERS = cite('openness-points-2016')

/** 机构职能: what an organ is for, where it is, and how it is divided. */
export const ORGANISATION = {
  functions: must(text('机关职能', { basis: PROFILE, hint: '一项职责一行。' })),
  address: must(line('办公地址', { basis: PROFILE })),
  officeHours: must(line('办公时间', { basis: PROFILE, hint: '例如：法定工作日9:00—12:00，14:00—17:30。' })),
  telephone: must(phone('联系电话', { basis: PROFILE })),
  fax: line('传真'),
  postcode: line('邮政编码'),
  email: line('电子邮箱'),
  head: must(person('负责人姓名', { basis: PROFILE })),
  units: rows(
    '内设机构',
    {
      name: must(line('名称')),
      functions: text('职责'),
      head: person('负责人'),
      telephone: phone('联系电话'),
    },
    { basis: PROFILE },
  ),
} as const satisfies FormFields

/** 领导信息: names, offices and who is in charge of what. People in office are named in full. */
export const LEADERS = {
  leaders: must(
    rows(
      '领导成员',
      {
        name: must(person('姓名')),
        office: must(line('职务')),
        duties: must(text('工作分工')),
        resume: text('简历'),
        since: line('任职时间', { hint: '例如：2024年3月。' }),
      },
      { basis: PROFILE },
    ),
  ),
} as const satisfies FormFields

/** 办事指南: without name, basis, conditions and materials a guide is of no use, and inspections count it so. */
export const SERVICE = {
  serviceName: must(line('事项名称', { basis: SERVICES })),
  serviceKind: must(
    choice('事项类型', ['行政许可', '行政确认', '行政给付', '行政奖励', '行政裁决', '其他服务事项']),
  ),
  serviceCode: line('事项编码'),
  legalBasis: must(text('办理依据', { basis: SERVICES, hint: '写明法律、法规、规章的条款。' })),
  applicants: line('服务对象'),
  conditions: must(text('办理条件', { basis: SERVICES })),
  materials: must(
    rows('申请材料', {
      name: must(line('材料名称')),
      form: choice('形式', ['原件', '复印件', '原件和复印件', '电子件']),
      copies: line('份数'),
      note: line('说明'),
    }),
  ),
  procedure: must(text('办理程序', { basis: SERVICES })),
  legalLimit: must(line('法定办理时限')),
  promisedLimit: line('承诺办理时限'),
  fee: must(line('收费标准', { hint: '不收费的写“不收费”。' })),
  result: line('办理结果'),
  place: must(line('办理地点')),
  hours: line('办理时间'),
  telephone: must(phone('咨询电话')),
  supervision: must(phone('监督投诉电话')),
  online: line('网上办理地址'),
} as const satisfies FormFields

/** 行政权力清单: the powers, on which law each rests, who uses it, and whom to call about it. */
export const POWER_LIST = {
  edition: must(line('清单版本', { hint: '例如：2026年版。' })),
  powers: must(
    rows(
      '权力事项',
      {
        name: must(line('事项名称')),
        kind: must(
          choice('类别', [
            '行政许可',
            '行政处罚',
            '行政强制',
            '行政征收',
            '行政给付',
            '行政检查',
            '行政确认',
            '行政奖励',
            '行政裁决',
            '其他',
          ]),
        ),
        legalBasis: must(text('设定依据')),
        body: must(line('实施机构')),
        procedure: text('行使程序'),
        responsibility: text('责任事项'),
        supervision: must(phone('监督电话')),
      },
      { basis: POWERS },
    ),
  ),
  changes: rows(
    '调整记录',
    {
      on: must(line('时间')),
      change: must(choice('方式', ['新增', '取消', '下放', '修改'])),
      power: must(line('事项')),
      reason: line('依据'),
    },
    { basis: POWERS },
  ),
} as const satisfies FormFields
