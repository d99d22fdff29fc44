/** Who applies in the demonstration year: all invented. */
export type Person = Readonly<{ kind: 'person'; name: string; identityNumber: string; phone: string }>
export type Organisation = Readonly<{
  kind: 'organisation'
  name: string
  creditCode: string
  contact: string
  phone: string
}>

export const FARMER: Person = {
  kind: 'person',
  name: '李秀英',
  identityNumber: '411322196803121017',
  phone: '13837700101',
}
export const TEACHER: Person = {
  kind: 'person',
  name: '张文博',
  identityNumber: '411322197508211081',
  phone: '13837700102',
}
export const DRIVER: Person = {
  kind: 'person',
  name: '王建设',
  identityNumber: '411322198001051159',
  phone: '13837700103',
}
export const NURSE: Person = {
  kind: 'person',
  name: '刘晓燕',
  identityNumber: '411322198511301226',
  phone: '13837700104',
}
export const STUDENT: Person = {
  kind: 'person',
  name: '陈思远',
  identityNumber: '411322199206071369',
  phone: '13837700106',
}
export const VILLAGER: Person = {
  kind: 'person',
  name: '赵国庆',
  identityNumber: '411322196504301501',
  phone: '13837700108',
}
export const RETIREE: Person = {
  kind: 'person',
  name: '孙德福',
  identityNumber: '411322196006151926',
  phone: '13837700114',
}
export const COMPANY: Organisation = {
  kind: 'organisation',
  name: '南阳鸭河渔业发展有限公司',
  creditCode: '91411322MA40XYH013',
  contact: '郭亮',
  phone: '13837700201',
}
export const BUILDER: Organisation = {
  kind: 'organisation',
  name: '南阳皇路店建筑工程有限公司',
  creditCode: '91411322MA41YHK02X',
  contact: '韩梅',
  phone: '13837700202',
}
export const INSTITUTE: Organisation = {
  kind: 'organisation',
  name: '南阳水环境研究所',
  creditCode: '12411322MB0YH0003Y',
  contact: '宋岩',
  phone: '13837700203',
}
export const CHARITY: Organisation = {
  kind: 'organisation',
  name: '鸭河青山绿水公益服务中心',
  creditCode: '52411322MJYH000041',
  contact: '曹颖',
  phone: '13837700204',
}
export const LAW_FIRM: Organisation = {
  kind: 'organisation',
  name: '河南鸭河律师事务所',
  creditCode: '31410000MD0YH0005J',
  contact: '邓律师',
  phone: '13837700205',
}
export const VILLAGE: Organisation = {
  kind: 'organisation',
  name: '皇路店镇贾沟村村民委员会',
  creditCode: '54411322ME0YH00064',
  contact: '贾长顺',
  phone: '13837700206',
}
