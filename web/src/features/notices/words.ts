import { defineWords } from '@/i18n'

export const words = defineWords({
  'title': ['通知', 'Notices'],
  'unread': ['{n} 条未读', '{n} unread'],
  'readAll': ['全部已读', 'Mark all read'],
  'empty': ['没有通知。有事会先到这里，再发短信或邮件。', 'No notices. News comes here first, then by text or mail.'],
  'open': ['打开', 'Open'],
})
