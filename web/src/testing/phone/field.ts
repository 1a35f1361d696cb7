import type { FieldVisit, Stop, Today } from '@/api/field'

/** One consistent morning: Tuesday 24 November 2026, 10:05 in Hangzhou. */
export const now = '2026-11-24T02:05:00Z'

const stop = (part: Partial<Stop> & Pick<Stop, 'id' | 'customer' | 'subject'>): Stop => ({
  number: `W261123-0186-${part.id}`,
  order_id: `o-${part.id}`,
  order_type: 'repair',
  status: 'agreed',
  window: null,
  finished_at: null,
  tier: null,
  priority: false,
  elderly: false,
  product: '',
  address: '',
  lng: null,
  lat: null,
  covered: 'in',
  coverage_stage: 'provisional',
  second_visit: false,
  travel_km: null,
  travel_min: null,
  clock: null,
  ...part,
})

const window = (start: string, end: string) => ({ start: `2026-11-24T${start}:00Z`, end: `2026-11-24T${end}:00Z` })

const zhou = stop({
  id: 'v3',
  customer: '周慧敏 女士',
  subject: '洗澡水忽冷忽热',
  product: '零冷水燃气热水器 AX-R16 Pro',
  address: '密渡桥路 18 号 清水公寓 3 幢 2 单元 1502',
  tier: 'gold',
  priority: true,
  elderly: true,
  window: window('02:30', '04:00'),
  travel_km: 2.3,
  travel_min: 11,
  lng: 120.1587,
  lat: 30.2795,
})

export const today: Today = {
  date: '2026-11-24',
  engineer: { id: 'e1', name: '陈志远', level: '3' },
  shift: { start: '2026-11-24T00:00:00Z', end: '2026-11-24T09:40:00Z', lunch_start: '2026-11-24T04:00:00Z', lunch_end: '2026-11-24T05:00:00Z' },
  visits: [
    stop({ id: 'v1', customer: '王建国', subject: '空调保养', status: 'completed', window: window('00:30', '01:30'), finished_at: '2026-11-24T01:21:00Z' }),
    stop({ id: 'v2', customer: '蒋玉兰', subject: '油烟机异响', status: 'completed', window: window('01:30', '02:30'), finished_at: '2026-11-24T02:02:00Z' }),
    zhou,
    stop({ id: 'v4', customer: '林国强', subject: '油烟机安装', address: '文三路 478 号', window: window('05:30', '07:00'), travel_km: 4.1, travel_min: 18 }),
    stop({
      id: 'v5',
      customer: '沈阿珍',
      subject: '冰箱不制冷',
      status: 'assigned',
      second_visit: true,
      window: window('07:00', '08:30'),
      clock: { name: 'first_contact', title: '首次联系', state: 'running', due_at: null, remaining_s: 3120, used_s: 4080, allowed_s: 7200, paused_reason: null },
    }),
    stop({ id: 'v6', customer: '良渚小学食堂', subject: '冷柜巡检 3 台', window: window('08:30', '09:30') }),
  ],
}

const check = (code: string, text: string, needs_photo = false) => ({ code, text, needs_photo, required: true, done_at: null })

export const visit: FieldVisit = {
  ...zhou,
  version: 3,
  contact: { name: '周慧敏 女士', phone_masked: '138****6630', relay: '057112345678', note: '' },
  text: '开着开着就凉一下，又烫一下，三天了',
  serial: 'AXR16P24A3071862',
  model: 'AX-R16 Pro',
  history: [
    { at: '2025-11-02', kind: 'serviced', text: '清洗进水滤网' },
    { at: '2025-01-16', kind: 'part_replaced', text: 'E1 点火失败，换点火针' },
    { at: '2024-10-19', kind: 'installed', text: '厨房北墙' },
  ],
  clocks: [],
  facts: { called: null, departed_at: null, arrived_at: null, scanned: null, cause: null, signed_at: null, finished_at: null },
  checklist: [
    check('greeting', '敲门问好，说明来意'),
    check('uniform_badge', '穿工装，亮工牌'),
    check('shoe_covers', '穿鞋套', true),
    check('tool_mat', '铺工具垫'),
    check('power_gas_safe', '断电，关燃气阀'),
    check('nameplate', '铭牌', true),
    check('explain_cause', '讲清楚故障原因'),
    check('explain_price', '讲清楚价格'),
    check('test_run', '试机', true),
    check('show_operation', '教会使用'),
    check('care_advice', '保养提醒'),
    check('site_clean', '收拾干净', true),
  ],
  coverage: { covered: 'in', reason: { code: 'coverage.warranty', params: {}, text: '安装日 2024-10-19，在 6 年整机保修内' }, until: '2030-10-18', stage: 'provisional' },
  causes: [
    { code: 'flow_sensor', name: '水流量传感器积垢或损坏' },
    { code: 'inlet_filter', name: '进水滤网堵塞' },
    { code: 'water_pressure', name: '进水压力不稳' },
  ],
  parts: [],
  needs: [],
  catalogue: [
    { code: 'AX-SF-016', name: '水流量传感器', price: '168.00', returnable: true },
    { code: 'AX-OR-014', name: 'O 形圈 14 mm', price: '5.00', returnable: false },
  ],
  parts_at_cost: false,
  visit_fee: '50.00',
  record_url: '/api/orders/o-v3/record',
}

export const slots = [
  { id: 'r1', start: '2026-11-27T01:00:00Z', end: '2026-11-27T02:30:00Z' },
  { id: 'r2', start: '2026-11-27T07:00:00Z', end: '2026-11-27T08:30:00Z' },
]
