import { defineWords } from '@/i18n'

export const words = defineWords({
  'title': ['后台任务', 'Jobs'],
  'count': ['{n} 项停下了', '{n} have stopped'],
  'why': ['失败的任务会隔一会儿自己再试；试满次数就停在这里。修好原因后，让它重新执行。', 'A job that fails is tried again by itself, later each time; after its last attempt it stops here. Mend the cause, then run it again.'],
  'every': ['全部种类（{n}）', 'All kinds ({n})'],
  'kind': ['{name}（{n}）', '{name} ({n})'],
  'kinds': ['种类', 'Kind'],
  'col.task': ['任务', 'Job'],
  'col.at': ['停下时间', 'Stopped'],
  'col.attempts': ['试过', 'Attempts'],
  'col.cause': ['最后一次的错误', 'Last error'],
  'attempts': ['{n}/{max} 次', '{n} of {max}'],
  'again': ['重新执行', 'Run again'],
  'all': ['这一种全部重新执行', 'Run all of this kind'],
  'ask': ['原因修好了吗？这项任务会马上重新执行。', 'Is the cause mended? This job runs again at once.'],
  'askAll': ['原因修好了吗？“{name}”的 {n} 项会马上重新执行。', 'Is the cause mended? {n} of “{name}” run again at once.'],
  'done': ['{n} 项重新执行', 'Runs again: {n}'],
  'close': ['取消', 'Cancel'],
  'empty': ['没有停下的任务。失败了的还在自己重试。', 'No job has stopped. Those that failed are still being tried.'],
  'empty.kind': ['这一种没有停下的任务。', 'None of this kind has stopped.'],
})
