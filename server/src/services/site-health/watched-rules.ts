import type { PublicationRuleId } from './site-finding.ts'

type Watched = Readonly<{ group: keyof typeof HEALTH_GROUPS; label: string; remedy: string }>

/** Sides of the site's health, in the order of the page. */
export const HEALTH_GROUPS = {
  veto: '单项否决指标',
  update: '内容更新',
  documents: '在网信息',
  links: '链接',
  interaction: '互动交流',
  site: '网站运行',
  duty: '工作保障',
} as const

/** 监测的规则: what is looked at, what it is called, and what to do about it. */
// biome-ignore format: a table
export const WATCHED_RULES = {
  'PUB-70': { group: 'veto', label: '严重表述错误', remedy: '立即改正或者撤回，并查明审核环节' },
  'PUB-67': { group: 'veto', label: '密级、内部资料标志', remedy: '立即撤回，按保密规定处置并报告' },
  'PUB-60': { group: 'veto', label: '身份证件号码', remedy: '遮盖后更正，附件重新上传' },
  'PUB-62': { group: 'veto', label: '银行卡号', remedy: '遮盖后更正，附件重新上传' },
  'PUB-21': { group: 'veto', label: '发布时间真实', remedy: '发布时间与发布记录不符，请核查数据库是否被改动' },
  'PUB-97': { group: 'veto', label: '站点可以访问', remedy: '检查服务器、网络和域名解析' },
  'PUB-90': { group: 'veto', label: '首页更新', remedy: '两周内发布新的信息' },
  'PUB-95': { group: 'veto', label: '长期不更新的栏目', remedy: '逐个栏目补充信息或者调整栏目' },
  'PUB-112': { group: 'veto', label: '留言三个月内答复', remedy: '尽快答复；广告等无效留言列为无效' },
  'PUB-94': { group: 'veto', label: '公众号更新', remedy: '两周内发布一篇' },
  'PUB-85': { group: 'veto', label: '隐藏链接', remedy: '打开正文删除隐藏链接，并核查来源' },

  'PUB-91': { group: 'update', label: '动态、要闻类栏目', remedy: '两周内更新' },
  'PUB-92': { group: 'update', label: '通知公告、政策文件类栏目', remedy: '六个月内更新' },
  'PUB-93': { group: 'update', label: '空白栏目', remedy: '补充信息；用不着的栏目合并或者删去' },
  'PUB-01': { group: 'update', label: '公开期限', remedy: '尽快审查、签发、发布' },
  'PUB-03': { group: 'update', label: '公开期限将满', remedy: '在期限前完成审查、签发' },
  'PUB-12': { group: 'update', label: '公开事项缺项', remedy: '发布相应信息，或者列入计划' },
  'PUB-15': { group: 'update', label: '指南、机构信息随变动更新', remedy: '修订公开指南和机构职能' },
  'PUB-41': { group: 'update', label: '不公开信息的复评', remedy: '逐件重新评估' },
  'PUB-42': { group: 'update', label: '政策解读', remedy: '补充解读材料并关联' },
  'PUB-120': { group: 'update', label: '年度报告按期公布', remedy: '编制并公布年度报告' },
  'PUB-122': { group: 'update', label: '网站工作年度报表', remedy: '填报并公布年度报表' },

  'PUB-05': { group: 'documents', label: '由牵头机关公开', remedy: '改为链接牵头机关的页面' },
  'PUB-06': { group: 'documents', label: '其他机关的信息', remedy: '取得同意，或者改为链接制作机关的页面' },
  'PUB-16': { group: 'documents', label: '栏目与种类相符', remedy: '更正，调整到相应的栏目' },
  'PUB-20': { group: 'documents', label: '要素齐全', remedy: '更正，补充要素' },
  'PUB-22': { group: 'documents', label: '日期合理', remedy: '核对后更正' },
  'PUB-23': { group: 'documents', label: '发文字号规范', remedy: '核对后更正' },
  'PUB-24': { group: 'documents', label: '索引号前缀', remedy: '核对是否误用其他机关的索引号' },
  'PUB-25': { group: 'documents', label: '索引号', remedy: '撤回后重新发布，系统编号' },
  'PUB-27': { group: 'documents', label: '文号年份与成文日期', remedy: '核对后更正' },
  'PUB-28': { group: 'documents', label: '标题完整', remedy: '更正为完整标题' },
  'PUB-31': { group: 'documents', label: '审查、签发齐全', remedy: '立即撤回，补办审查、签发' },
  'PUB-35': { group: 'documents', label: '与签发的内容一致', remedy: '立即撤回，核查改动的来源' },
  'PUB-37': { group: 'documents', label: '公开属性标注', remedy: '核对属性；不应公开的立即撤回' },
  'PUB-38': { group: 'documents', label: '引用未公开的文件', remedy: '确认已经公开；没有公开的删去引用' },
  'PUB-44': { group: 'documents', label: '有效性', remedy: '写明废止、失效的依据' },
  'PUB-46': { group: 'documents', label: '文件关系', remedy: '改正废止、修改、代替的关系' },
  'PUB-49': { group: 'documents', label: '附件齐全', remedy: '补充附件或者修改正文' },
  'PUB-53': { group: 'documents', label: '来源', remedy: '更正，写明来源' },
  'PUB-54': { group: 'documents', label: '页面大小', remedy: '压缩图片后重新上传' },
  'PUB-55': { group: 'documents', label: '无障碍', remedy: '补充图片说明、表头，理顺标题' },
  'PUB-61': { group: 'documents', label: '手机号码', remedy: '遮盖后更正' },
  'PUB-63': { group: 'documents', label: '个人住址', remedy: '只写到乡镇、街道' },
  'PUB-64': { group: 'documents', label: '附件中隐藏的内容', remedy: '清理后重新上传' },
  'PUB-65': { group: 'documents', label: '遮盖下的文字', remedy: '立即撤下附件，重新生成' },
  'PUB-71': { group: 'documents', label: '敏感词', remedy: '改正，或者由审核人写明保留的理由' },
  'PUB-72': { group: 'documents', label: '错别字', remedy: '更正' },
  'PUB-73': { group: 'documents', label: '词表更新后的复查', remedy: '等待复查完成；长时间没有完成的，检查后台任务' },
  'PUB-82': { group: 'documents', label: '附件能打开', remedy: '重新上传' },

  'PUB-80': { group: 'links', label: '站内链接', remedy: '改成现在的地址，或者去掉链接' },
  'PUB-81': { group: 'links', label: '站外链接', remedy: '见链接检查中每条的办法' },
  'PUB-83': { group: 'links', label: '站外页面突变', remedy: '打开核对内容；没有变质的确认即可' },
  'PUB-84': { group: 'links', label: '链接的写法', remedy: '改用https和域名' },

  'PUB-110': { group: 'interaction', label: '咨询渠道', remedy: '开通互动交流' },
  'PUB-111': { group: 'interaction', label: '简单咨询五个工作日答复', remedy: '尽快答复' },
  'PUB-114': { group: 'interaction', label: '征集结果三十日内公布', remedy: '公布采纳情况' },
  'PUB-103': { group: 'interaction', label: '撤回到每个渠道', remedy: '到公众号后台核对、删除' },

  'PUB-50': { group: 'site', label: '网页标签', remedy: '由主办单位的系统管理员登记网站域名、标识码；栏目写明描述和关键词' },
  'PUB-51': { group: 'site', label: '页脚要素', remedy: '由主办单位的系统管理员登记' },
  'PUB-52': { group: 'site', label: '网站标识码', remedy: '核对标识码' },
  'PUB-59': { group: 'site', label: 'IPv6', remedy: '为域名增加AAAA记录；正文中不写IPv4地址' },

  'PUB-115': { group: 'duty', label: '督办按期回复', remedy: '办理并回复' },
  'PUB-116': { group: 'duty', label: '公开联系人', remedy: '登记联系人，安排培训' },
} as const satisfies Partial<Record<PublicationRuleId, Watched>>

export type WatchedRule = keyof typeof WATCHED_RULES
