/** 公开渠道 of 条例 第二十三条 and the boxes of the standard catalogues, in their order. */
export const PUBLISHING_CHANNELS = {
  website: '政府网站',
  gazette: '政府公报',
  'new-media': '两微一端',
  'press-conference': '发布会/听证会',
  broadcast: '广播电视',
  print: '纸质媒体',
  'reading-place': '公开查阅点',
  'service-centre': '政务服务中心',
  'service-station': '便民服务站',
  'on-site': '入户/现场',
  'notice-board': '社区/企事业单位/村公示栏（电子屏）',
  push: '精准推送',
  other: '其他',
} as const satisfies Record<string, string>

export type PublishingChannel = keyof typeof PUBLISHING_CHANNELS

/** ■, □ and blank in a catalogue: some places read ■ as a duty and □ as a choice, so three states are kept. */
export type ChannelDuty = 'required' | 'optional' | 'none'
