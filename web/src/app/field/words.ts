import { defineWords } from '@/i18n'

export const words = defineWords({
  title: ['安心·现场', 'Anxin on site'],
  lead: ['工程师和网点的手机台', 'For engineers and outlets'],
  demo: ['演示：选一个人进去', 'Demo: step in as'],
  allPeople: ['看全部 {n} 人', 'Show all {n}'],
  own: ['用自己的账号', 'Your own account'],
  username: ['账号', 'Account'],
  password: ['密码', 'Password'],
  code: ['第二步验证码', 'Second-step code'],
  logIn: ['登录', 'Log in'],
  forgotten: ['忘记密码？', 'Forgot your password?'],
  notHere: ['这里是工程师和信息员的手机台', 'This is the phone desk of engineers and clerks'],
  toConsole: ['去控制台', 'Open the console'],
})

export const useT = words.useT
