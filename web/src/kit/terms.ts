import { defineWords, language, useLanguage } from '@/i18n'

/** Words for the codes the server sends; both kits use them. A code not listed is shown as it came. */
const terms = defineWords({
  'stage.reported': ['报修', 'Reported'],
  'stage.response': ['响应', 'Replied'],
  'stage.dispatch': ['派单', 'Assigned'],
  'stage.visit': ['上门', 'On site'],
  'stage.repair': ['维修', 'Repair'],
  'stage.revisit': ['回访', 'Revisit'],
  'stage.archive': ['归档', 'Archived'],
  'clock.acknowledge': ['确认受理', 'Ack'],
  'clock.human': ['人工接入', 'Human'],
  'clock.accept': ['接单', 'Accept'],
  'clock.contact': ['首次联系', '1st call'],
  'clock.arrive': ['到达', 'Arrive'],
  'clock.complete': ['完工', 'Fix'],
  'clock.revisit': ['回访', 'Revisit'],
  'clock.close': ['关单', 'Close'],
  'clock.major_check': ['大修回查', 'Check-up'],
  'clock.purchase_survey': ['新购回访', 'Survey'],
  'pause.waiting_part': ['待件', 'Waiting for a part'],
  'pause.customer_postponed': ['客户改期', 'Customer postponed'],
  'pause.customer_unreachable': ['联系不上客户', 'Customer unreachable'],
  'pause.waiting_customer': ['等客户回复', 'Waiting for the customer'],
  'relation.reporter': ['报修人', 'Reporter'],
  'relation.user': ['使用人', 'User'],
  'relation.payer': ['付款人', 'Payer'],
  'relation.owner': ['户主', 'Owner'],
  'kind.person': ['个人', 'Person'],
  'kind.company': ['企业', 'Company'],
  'tier.diamond': ['钻石', 'Diamond'],
  'tier.gold': ['黄金', 'Gold'],
  'tier.silver': ['白银', 'Silver'],
  'tier.corporate': ['企业', 'Corp'],
  'status.open': ['处理中', 'Open'],
  'status.waiting': ['等待', 'Waiting'],
  'status.solved': ['已解决', 'Solved'],
  'status.closed': ['已关单', 'Closed'],
  'status.archived': ['已归档', 'Archived'],
  'status.cancelled': ['已取消', 'Cancelled'],
  'channel.qr': ['扫码', 'QR code'],
  'channel.portal': ['门户', 'Portal'],
  'channel.phone': ['电话', 'Phone'],
  'channel.api': ['接口', 'API'],
  'channel.demo': ['演示', 'Demo'],
  'order_type.installation': ['安装', 'Installation'],
  'order_type.commissioning': ['调试', 'Commissioning'],
  'order_type.repair': ['维修', 'Repair'],
  'order_type.maintenance': ['保养', 'Maintenance'],
  'order_type.inspection': ['巡检', 'Inspection'],
  'order_type.assessment': ['鉴定', 'Assessment'],
  'order_type.relocation': ['移机', 'Relocation'],
  'order_type.depot_repair': ['送修', 'Depot repair'],
  'order_type.exchange': ['换退机', 'Exchange'],
  'order_type.return': ['退机', 'Return'],
  'order_type.rework': ['返修', 'Came back'],
  'order_type.recycling': ['回收', 'Recycling'],
  'order_type.training': ['培训', 'Training'],
  'category.ac': ['空调', 'Air conditioner'],
  'category.fridge': ['冰箱', 'Fridge'],
  'category.washer': ['洗衣机', 'Washer'],
  'category.gas_heater': ['燃气热水器', 'Gas heater'],
  'category.electric_heater': ['电热水器', 'Electric heater'],
  'category.hood': ['油烟机', 'Range hood'],
  'category.robot': ['扫地机器人', 'Robot vacuum'],
  'category.compressor': ['压缩机', 'Compressor'],
  'order.offered': ['待接单', 'Offered'],
  'order.accepted': ['待派工', 'Accepted'],
  'order.returned': ['退单', 'Returned'],
  'order.assigned': ['待联系', 'Assigned'],
  'order.contacted': ['已联系', 'Contacted'],
  'order.agreed': ['已预约', 'Agreed'],
  'order.en_route': ['在途', 'On the way'],
  'order.on_site': ['在修', 'On site'],
  'order.waiting_part': ['待件', 'Waiting for part'],
  'order.completed': ['待审核', 'In review'],
  'order.reviewed': ['待回访', 'Reviewed'],
  'order.closed': ['已关单', 'Closed'],
  'order.cancelled': ['已取消', 'Cancelled'],
  'coverage.in': ['保内', 'In warranty'],
  'coverage.out': ['保外', 'Out of warranty'],
  'coverage.contract': ['合同', 'Contract'],
  'coverage.goodwill': ['优惠', 'Goodwill'],
  'coverage_stage.provisional': ['暂定', 'provisional'],
  'coverage_stage.final': ['现场已认定', 'decided on site'],
  'level.1': ['初级', 'Junior'],
  'level.2': ['中级', 'Intermediate'],
  'level.3': ['高级', 'Senior'],
  'level.4': ['专家', 'Expert'],
  'contact.reached': ['接通', 'Reached'],
  'contact.no_answer': ['未接', 'No answer'],
  'contact.bad_number': ['空号', 'Wrong number'],
  'contact.postponed': ['改约', 'Re-booked'],
  'role.agent': ['客服', 'Agent'],
  'role.agent_lead': ['客服组长', 'Agent lead'],
  'role.dispatcher': ['调度', 'Dispatcher'],
  'role.engineer': ['工程师', 'Engineer'],
  'role.clerk': ['网点信息员', 'Outlet clerk'],
  'role.outlet_manager': ['网点经理', 'Outlet manager'],
  'role.centre_manager': ['中心经理', 'Centre manager'],
  'role.regional_manager': ['大区经理', 'Regional manager'],
  'role.reviewer': ['审核员', 'Reviewer'],
  'role.revisitor': ['回访员', 'Revisit caller'],
  'role.knowledge_editor': ['知识编辑', 'Knowledge editor'],
  'role.parts_keeper': ['备件管理员', 'Parts keeper'],
  'role.executive': ['管理层', 'Executive'],
  'role.admin': ['管理员', 'Administrator'],
  'role.auditor': ['审计', 'Auditor'],
  'role.customer': ['客户', 'Customer'],
  'org.region': ['大区', 'Region'],
  'org.centre': ['服务中心', 'Service centre'],
  'org.outlet': ['网点', 'Outlet'],
  'presence.available': ['在线', 'Available'],
  'presence.chats_only': ['只接会话', 'Chats only'],
  'presence.break': ['小休', 'Break'],
  'presence.training': ['培训', 'Training'],
  'presence.offline': ['离线', 'Offline'],
})

type Kind =
  | 'stage' | 'clock' | 'tier' | 'status' | 'channel' | 'order_type' | 'category' | 'order' | 'coverage'
  | 'pause' | 'relation' | 'kind' | 'coverage_stage' | 'level' | 'contact' | 'role' | 'org' | 'presence'

/** The word for a code: `term('stage', 'replied')` → 响应. */
export function term(kind: Kind, code: string | number | null | undefined): string {
  if (code === null || code === undefined || code === '') return '—'
  const key = `${kind}.${code}`
  return terms.has(key) ? terms.t(key) : String(code)
}

/** The same word in the language that is not shown: what stands small beside it on the log-in page. */
export function otherTerm(kind: Kind, code: string): string {
  const key = `${kind}.${code}`
  return terms.has(key) ? terms.pairs[key][language() === 'en' ? 0 : 1] : ''
}

/** `term` for components: they render again when the language changes. */
export function useTerm(): typeof term {
  useLanguage()
  return term
}
