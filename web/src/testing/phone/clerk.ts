import type { Candidates, Desk, DeskOrder } from '@/api/clerk'

const order = (part: Partial<DeskOrder> & Pick<DeskOrder, 'id' | 'subject'>): DeskOrder => ({
  number: `W261124-${part.id}-1`,
  version: 1,
  status: 'offered',
  order_type: 'repair',
  product: '',
  customer: '',
  address: '',
  urgency: 'normal',
  covered: null,
  window: null,
  clock: null,
  engineer: null,
  certificates: [],
  note: '',
  reason: null,
  ...part,
})

const accept = (remaining_s: number) => ({
  name: 'accept',
  title: '接单',
  state: 'running' as const,
  due_at: null,
  remaining_s,
  used_s: 2400 - remaining_s,
  allowed_s: 2400,
  paused_reason: null,
})

export const desk: Desk = {
  outlet: { id: 'o1', name: '莫干山路服务点', quota: 25, used: 18 },
  counts: { offered: 3, to_assign: 1, to_contact: 2, to_rebook: 1, waiting_parts: 4, returned: 0 },
  offered: [
    order({ id: 'a1', subject: '热水器 E1 点不着火', product: 'AX-R16', customer: '何俊杰', address: '余杭塘路 86 号 东方苑 7-1-302', urgency: 'urgent', covered: 'in', certificates: ['燃气证'], clock: accept(720), reason: { code: 'near', params: {}, text: '派给你：离 1.9 km' } }),
    order({ id: 'a2', subject: '油烟机安装', product: 'AX-H90', customer: '林国强', address: '文三路 478 号 9-602', certificates: ['登高证'], clock: accept(1440) }),
    order({ id: 'a3', subject: '空调不制热', product: 'AX-K35', customer: '吴琴', address: '古墩路 33 号 2-1801', covered: 'out', clock: accept(1560) }),
  ],
  to_assign: [order({ id: 'b1', status: 'accepted', subject: '热水器 E1', product: 'AX-R16', customer: '何俊杰', address: '余杭塘路 86 号' })],
  to_contact: [],
  to_rebook: [
    order({ id: 'c1', status: 'contacted', subject: '洗衣机漏水', customer: '陆建平', engineer: '陈志远', window: { start: '2026-11-24T07:00:00Z', end: '2026-11-24T08:30:00Z' } }),
  ],
  waiting_parts: [],
  returned: [],
  money: [
    { order_id: 'm1', number: 'W261118-0412-1', amount: '180.00', reason: { code: 'photo', params: {}, text: '照片与旧单重复' }, frees: { code: 'explain', params: {}, text: '说明或补拍' } },
    { order_id: 'm2', number: 'W261120-0031-1', amount: '210.00', reason: { code: 'review', params: {}, text: '等完工审核' }, frees: null },
  ],
}

const engineer = (id: string, name: string, level: string) => ({ id, name, level })
const why = (text: string) => ({ code: text, params: {}, text })

export const candidates: Candidates = {
  able: [
    { engineer: engineer('e1', '陈志远', '高级'), score: 0.9, travel_min: 14, load: 3, window: null, reasons: [why('顺路，11:40 能到'), why('车上有点火器')] },
    { engineer: engineer('e2', '赵磊', '中级'), score: 0.7, travel_min: 31, load: 2, window: null, reasons: [why('下一单会晚 10 分钟')] },
  ],
  excluded: [
    { engineer: engineer('e4', '孙浩', '高级'), rule: 'certificate', overridable: false, text: '燃气证 11-20 到期。法定，不能越过' },
    { engineer: engineer('e5', '马俊', '中级'), rule: 'absence', overridable: false, text: '今天请假' },
    { engineer: engineer('e6', '李想', '初级'), rule: 'level', overridable: true, text: '初级，这类故障要中级以上' },
  ],
}

export const slots = [
  { id: 's1', start: '2026-11-26T01:00:00Z', end: '2026-11-26T02:30:00Z', engineer: '陈志远', best: false },
  { id: 's2', start: '2026-11-28T02:30:00Z', end: '2026-11-28T04:00:00Z', engineer: null, best: false },
]
