import { cite, citeItem } from '../../citation.ts'
import { KEY_AREAS } from '../key-area.ts'
import {
  choice,
  day,
  type FormFields,
  line,
  must,
  number,
  person,
  rows,
  text,
  wanYuan,
} from './form-field.ts'

const PLANS = citeItem('regulation', 20, 3)
const PROJECTS = citeItem('regulation', 20, 10)
const CONSTRUCTION = cite('construction-opinion')
const WELFARE = citeItem('regulation', 20, 11)
const EMERGENCIES = citeItem('regulation', 20, 12)
const RECRUITED = citeItem('regulation', 20, 14)

/** 规划计划: which time it covers and who carries it out. */
export const PLAN = {
  planKind: must(
    choice(
      '规划类别',
      ['国民经济和社会发展规划', '专项规划', '区域规划', '国土空间规划', '年度计划', '其他'],
      {
        basis: PLANS,
      },
    ),
  ),
  planPeriod: must(line('规划期', { basis: PLANS, hint: '例如：2026—2030年。' })),
  approvedBy: line('批准机关'),
  approvedOn: day('批准日期'),
  goals: rows('主要指标', {
    name: must(line('指标')),
    base: line('基期值'),
    target: must(line('目标值')),
    nature: choice('属性', ['预期性', '约束性']),
  }),
} as const satisfies FormFields

/** 重大建设项目: the eight kinds of information of the opinion on construction projects. */
export const PROJECT = {
  projectName: must(line('项目名称', { basis: PROJECTS })),
  projectCode: line('项目代码'),
  stage: must(choice('信息类别', KEY_AREAS['major-projects'].publish, { basis: CONSTRUCTION })),
  owner: must(line('项目法人（建设单位）', { basis: CONSTRUCTION })),
  site: must(line('建设地点', { basis: CONSTRUCTION })),
  scale: must(text('建设规模和内容', { basis: CONSTRUCTION })),
  investment: wanYuan('总投资（万元）'),
  funds: line('资金来源'),
  approvalBody: line('审批部门'),
  approvalNumber: line('批准文号'),
  approvedOn: day('批准日期'),
  contractors: rows('参建单位', {
    role: must(choice('角色', ['勘察', '设计', '施工', '监理', '检测', '其他'])),
    name: must(line('单位名称')),
    head: person('项目负责人'),
  }),
  startOn: day('开工日期'),
  finishOn: day('（计划）竣工日期'),
  progress: text('实施进展'),
} as const satisfies FormFields

/** 民生保障: policy, who is entitled to what, how to get it, and what came of it. */
export const LIVELIHOOD = {
  field: must(
    choice(
      '领域',
      ['扶贫', '教育', '医疗', '社会保障', '就业', '养老', '住房', '社会救助', '涉农补贴', '其他'],
      {
        basis: WELFARE,
      },
    ),
  ),
  policyBasis: must(line('政策依据', { basis: WELFARE })),
  entitled: must(text('对象和条件', { basis: WELFARE })),
  standard: text('标准'),
  procedure: text('申办程序'),
  place: line('办理地点'),
  telephone: line('咨询电话'),
  beneficiaries: number('惠及人数（户数）'),
  funds: wanYuan('资金数额（万元）'),
  listBasis: line('公示名单的依据', { hint: '附有人员名单的填写；名单只保留必要的栏目。' }),
  shownUntil: day('公示截止期', { hint: '附有人员名单的填写；到期后应当撤下。' }),
} as const satisfies FormFields

/** 应急管理: plan, warning, response. */
export const EMERGENCY = {
  stage: must(choice('信息类别', ['应急预案', '预警信息', '应对情况', '调查报告'], { basis: EMERGENCIES })),
  eventKind: must(
    choice('事件类别', ['自然灾害', '事故灾难', '公共卫生事件', '社会安全事件', '综合'], {
      basis: EMERGENCIES,
    }),
  ),
  level: choice('级别', ['特别重大（一级）', '重大（二级）', '较大（三级）', '一般（四级）']),
  warning: choice('预警颜色', ['红色', '橙色', '黄色', '蓝色']),
  from: line('起始时间'),
  until: line('解除（结束）时间'),
  area: line('影响范围'),
  advice: text('公众应当采取的措施'),
  command: line('指挥（负责）机构'),
  telephone: line('应急值守电话'),
} as const satisfies FormFields

/** 公务员招考: posts, numbers, conditions and results; applicants' own data stays out. */
export const RECRUITMENT = {
  stage: must(choice('信息类别', ['招考公告', '资格审查', '笔试、面试安排', '成绩公布', '录用公示'])),
  recruitKind: must(choice('招考类别', ['公务员', '事业单位工作人员', '教师', '其他'], { basis: RECRUITED })),
  posts: rows(
    '职位、名额和报考条件',
    {
      post: must(line('职位')),
      unit: line('用人单位'),
      number: must(number('名额')),
      conditions: must(text('报考条件')),
    },
    { basis: RECRUITED, hint: '招考公告必须填写。' },
  ),
  applyFrom: day('报名开始'),
  applyUntil: day('报名截止'),
  examOn: line('考试时间'),
  results: rows(
    '录用结果',
    {
      post: must(line('职位')),
      name: must(person('姓名', { hint: '只写姓名、准考证号、毕业院校或者工作单位。' })),
      ticket: line('准考证号'),
      from: line('毕业院校或者工作单位'),
    },
    { basis: RECRUITED },
  ),
  supervision: line('监督电话'),
  listBasis: line('公示名单的依据'),
  shownUntil: day('公示截止期'),
} as const satisfies FormFields
