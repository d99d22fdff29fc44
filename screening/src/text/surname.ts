/** The surnames that nine in ten people in China bear; enough to tell a column of names from one of goods. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易乔赖牛毕'

const NAME = new RegExp(`^[${SURNAMES}][\\p{Script=Han}某×*＊]{1,2}$`, 'u')

/** Two or three characters that begin with a common surname. */
export function looksLikeName(text: string): boolean {
  return (
    NAME.test(text.trim()) &&
    !/^(?:任务|方案|方式|方法|金额|金融|高中|高度|江苏|贵州|向上|常务|万元|余额|程序|白天|石油|田间|任职|严重|严格|钱款|毛利|史料|易购|常规|康复|龙头|范围|雷同|许可|武装|莫非|孔径|汤池|毕业|顾问|林业|林地|水库|马路|方便|于是|高级|高新|高速|黄金|黄土|任何|何时|王国|张贴|陈述|程度|金属|田地|石料|江河|贺信|易地|常见|严禁)/.test(
      text.trim(),
    )
  )
}
