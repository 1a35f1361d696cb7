import { defineWords } from '@/i18n'

export const words = defineWords({
  'presence.set': ['我的状态', 'My presence'],
  'load': ['在手 {load}/{limit}', '{load}/{limit} in hand'],
})
