import type { Rating, ScannedUnit, Slot, Tracking } from '@/api/portal'

/** One consistent evening: Monday 23 November 2026, 19:41 in Hangzhou. */
export const now = '2026-11-23T11:41:00Z'

export const unit: ScannedUnit = {
  model: 'AX-R16 Pro',
  product_name: '零冷水燃气热水器',
  category: 'gas_heater',
  category_name: '燃气热水器',
  hazard: 'gas',
  serial_last4: '1862',
  installed_month: '2024-10',
  coverage: {
    covered: 'in',
    until: '2030-10-18',
    reason: { code: 'coverage.warranty', params: {}, text: '整机保修到 2030-10-18' },
    visit_fee: '0',
  },
  symptoms: [
    { code: 'unstable_temp', name: '忽冷忽热' },
    { code: 'ignition_fails', name: '点不着火' },
    { code: 'no_hot_water', name: '不出热水' },
    { code: 'leak', name: '漏水' },
    { code: 'noise', name: '声音大' },
    { code: 'error_code', name: '显示故障码' },
    { code: 'unknown', name: '说不清' },
  ],
}

export const slots: Slot[] = [
  { id: 's1', start: '2026-11-24T02:30:00Z', end: '2026-11-24T04:00:00Z', engineer: '陈志远', known: true, best: false },
  { id: 's2', start: '2026-11-24T07:00:00Z', end: '2026-11-24T08:30:00Z', engineer: null, known: false, best: false },
  { id: 's3', start: '2026-11-28T01:00:00Z', end: '2026-11-28T02:30:00Z', engineer: null, known: false, best: false },
  { id: 's4', start: '2026-11-30T01:00:00Z', end: '2026-11-30T02:30:00Z', engineer: '赵磊', known: false, best: false },
]

const stage = (code: string, name: string, state: Tracking['stages'][number]['state']) => ({
  code,
  name,
  state,
  at: state === 'done' ? '2026-11-23T11:45:00Z' : null,
  late: false,
})

export const tracking: Tracking = {
  number: '261123-0186',
  headline: { code: 'track.assigned', params: {}, text: '已派给师傅' },
  subject: '热水器忽冷忽热',
  place: '清水公寓 3-2-1502',
  stages: [
    stage('reported', '报修', 'done'),
    stage('response', '响应', 'done'),
    stage('dispatch', '派单', 'done'),
    stage('visit', '上门', 'now'),
    stage('repair', '维修', 'todo'),
    stage('revisit', '回访', 'todo'),
    stage('archive', '归档', 'todo'),
  ],
  window: { start: '2026-11-24T02:30:00Z', end: '2026-11-24T04:00:00Z' },
  engineer: {
    name: '陈志远',
    employee_no: '3071',
    level: '3',
    certificates: [{ kind: '燃气具安装维修', valid_to: '2027-06-30', ok: true }],
    photo: null,
    phone: '057112345678',
  },
  messages: [
    { id: 'm0', author: 'system', name: '', text: '安排了陈志远师傅', sent_at: '2026-11-23T11:46:00Z', files: [] },
    { id: 'm1', author: 'customer', name: '', text: '家里老人在，师傅能帮忙看看厨房的滤网吗？', sent_at: '2026-11-24T00:20:00Z', files: [] },
    { id: 'm2', author: 'engineer', name: '陈志远 师傅', text: '可以，我带清洗刷。大约多 5 分钟，不另收钱。', sent_at: '2026-11-24T00:22:00Z', files: [] },
    { id: 'm3', author: 'ai', name: '安心助手', text: '单元门有密码的话，写在这里就行。只有陈师傅今天能看到，修完就删。', sent_at: '2026-11-24T00:24:00Z', files: [] },
  ],
  may: { reschedule: true, cancel: true, press: true, chat: true, rate: false, book: false },
  reschedules_left: 2,
  coverage: {
    covered: true,
    stage: 'provisional',
    until: '2030-10-18',
    reason: { code: 'coverage.warranty', params: {}, text: '整机保修到 2030-10-18' },
  },
  fee: { amount: '0.00', note: '' },
  presses: 0,
  safety_card: null,
  last_leg: null,
  rate_url: null,
  record_url: null,
  video_url: null,
  verified: false,
  phone_masked: '138****6630',
  elderly: false,
}

export const rating: Rating = {
  subject: '热水器忽冷忽热',
  name: '周女士',
  engineer: '陈志远',
  completed_at: '2026-11-23T03:14:00Z',
  answered: false,
  ticket_number: '261123-0186',
  solved: null,
  csat: null,
}
