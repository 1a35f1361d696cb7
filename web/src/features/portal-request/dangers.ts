import type { DangerCode } from '@/api/portal'
import { defineWords, type Pair } from '@/i18n'

/**
 * The safety cards, kept on the page itself so that they show in the same instant, network or not.
 * A professional checks these words before real use (practice.md, safety gate).
 */
const acts: Record<DangerCode, readonly (readonly [Pair, Pair])[]> = {
  gas: [
    [['关燃气阀', 'Close the gas valve'], ['把手和管子成十字，就是关了', 'Handle across the pipe means closed']],
    [['开窗，开门', 'Open windows and doors'], ['让风吹进来', 'Let the air in']],
    [['别碰开关', 'Touch no switch'], ['不开灯、不插拔、不点火、不打电话', 'No lights, plugs, flames or phone calls']],
    [['带家人到屋外', 'Take everyone outside'], ['到外面再打电话', 'Call from outside']],
  ],
  electricity: [
    [['别碰设备，也别碰被电到的人', 'Touch neither the unit nor the person'], ['先断电，再救人', 'Power off first']],
    [['手干、脚下干，才断总闸', 'Cut the main switch only with dry hands and feet'], ['地上有水就别过去', 'Stay away from wet floor']],
    [['离开那里', 'Leave the place'], ['等专业的人来', 'Wait for a professional']],
    [['有人受伤，打 120', 'Somebody hurt: call 120'], ['说清地址', 'Say where you are']],
  ],
  fire: [
    [['做得到才断电', 'Cut the power only if it is safe'], ['电器着火别用水浇', 'No water on electrical fire']],
    [['带家人离开', 'Leave with everyone'], ['弯腰走，关上身后的门', 'Stay low, close doors behind you']],
    [['打 119', 'Call 119'], ['到外面再打', 'From outside']],
    [['别回去拿东西', 'Do not go back in'], ['人最要紧', 'People first']],
  ],
  co: [
    [['开窗，开门', 'Open windows and doors'], ['头晕、恶心可能是一氧化碳', 'Dizziness may be carbon monoxide']],
    [['关掉热水器', 'Turn the heater off'], ['顺手才关，别停留', 'Only on your way out']],
    [['都到室外去', 'Everybody goes outside'], ['扶着走，慢慢来', 'Support each other']],
    [['打 120', 'Call 120'], ['说“可能一氧化碳中毒”', 'Say “carbon monoxide”']],
  ],
  battery: [
    [['别充电，别碰', 'Do not charge or touch it'], ['拔墙上的插头，不拔机器上的', 'Unplug at the wall only']],
    [['人离远一点', 'Keep away'], ['老人孩子先走', 'Children and elderly first']],
    [['旁边别放易燃的', 'Nothing flammable near it'], ['窗帘、纸箱挪不动就别挪', 'Leave what is hard to move']],
    [['冒烟就打 119', 'Smoke: call 119'], ['到外面再打', 'From outside']],
  ],
  person: [
    [['先打 120 或 119', 'First call 120 or 119'], ['被困打 119，受伤打 120', 'Trapped: 119. Hurt: 120']],
    [['断电，别硬拉', 'Power off, do not pull'], ['硬拉会伤得更重', 'Pulling makes it worse']],
    [['陪着说话', 'Stay and talk'], ['等人来', 'Until help comes']],
  ],
}

export interface Act {
  title: string
  detail: string
}

export function actsOf(danger: DangerCode, lang: 'zh-CN' | 'en'): Act[] {
  const at = lang === 'en' ? 1 : 0
  return acts[danger].map(([title, detail]) => ({ title: title[at], detail: detail[at] }))
}

export const dangerCodes = Object.keys(acts) as DangerCode[]

export const dangerWords = defineWords({
  first: ['先保安全，现在就做', 'Safety first. Do this now'],
  firstNote: ['机器的事，我们来管', 'We take care of the machine'],
  told: ['我们的值班同事已经知道了', 'Our people on duty know already'],
  toldNote: ['他们会打给您，您不用再说一遍。', 'They will call you; no need to repeat anything.'],
  others: ['起火、有人不舒服：先打 119 或 120。', 'Fire, or somebody unwell: call 119 or 120 first.'],
  callLine: ['到屋外了，打安全专线', 'I am outside: call the safety line'],
  callLineAny: ['人离开了，打安全专线', 'I am safe: call the safety line'],
  call: ['打 {number}', 'Call {number}'],
  mistaken: ['弄错了，没有危险', 'My mistake, no danger'],
  whichOne: ['是哪一种？', 'Which is it?'],
  gas: ['有燃气味、煤气味', 'Smell of gas'],
  fire: ['冒烟、起火、烧焦味', 'Smoke, fire, burning smell'],
  electricity: ['触电、麻手、漏电跳闸', 'Electric shock or tingling'],
  co: ['用热水器时头晕、恶心', 'Dizzy while using the heater'],
  battery: ['电池鼓包、发烫', 'Battery swollen or hot'],
  person: ['有人受伤或被困', 'Somebody hurt or trapped'],
})
