import { defineWords } from '@/i18n'

export const words = defineWords({
  'title': ['服务报表', 'Service report'],
  'period': ['期间', 'Period'],
  'export': ['导出所见', 'Export'],
  'reply': ['回收 {rate}', 'replies {rate}'],
  'byOrg': ['按组织', 'By organisation'],
  'byOrgNote': ['点一行往下看；点上面的数字，右边是那些单', 'choose a row to go down; choose a figure above to see its cases'],
  'col.org': ['组织', 'Organisation'],
  'partner': ['合作', 'partner'],
  'own': ['自营', 'own'],
  'few': ['样本不足', 'too few'],
  'cases': ['没守住的单', 'Missed'],
  'cases.none': ['没有这样的单。', 'No such cases.'],
  'cases.open': ['在工单中打开', 'Open in tickets'],
  'empty': ['这段时间没有数据。', 'No data for this period.'],
})
