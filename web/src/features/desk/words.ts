import { defineWords } from '@/i18n'

export const words = defineWords({
  'presence.set': ['我的状态', 'My presence'],
  'load.case': ['工单', 'cases'],
  'load.ticket': ['工单', 'cases'],
  'load.chat': ['会话', 'chats'],
  'load.voice': ['电话', 'calls'],
})
