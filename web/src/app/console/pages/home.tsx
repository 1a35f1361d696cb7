import { useQuery } from '@tanstack/react-query'
import { homeBoard } from '@/api/insight'
import { Departures, DueStrip, HomeFigures, MyPromises, NextCard } from '@/features/home/home'
import { words } from '@/features/home/words'
import { NoticeCard } from '@/features/notices/notices'
import { PageTitle } from '@/kit/page'
import { useMe } from '@/kit/session'
import { Read } from '@/kit/states'
import { useTerm } from '@/kit/terms'
import { dateOf, timeOf, useNow, weekdayOf } from '@/kit/time'
import css from './home.module.css'

function greeting(now: number) {
  const hour = Number(timeOf(now).slice(0, 2))
  if (hour < 11) return 'hello.morning' as const
  if (hour < 13) return 'hello.noon' as const
  return hour < 18 ? ('hello.afternoon' as const) : ('hello.evening' as const)
}

/** What to do now, in three seconds: each role's board, made by the server from what waits for this person. */
export function HomePage() {
  const t = words.useT()
  const term = useTerm()
  const me = useMe()
  const now = useNow()
  const home = useQuery({ queryKey: ['home'], queryFn: homeBoard })
  const places = me.roles.map((held) => `${held.org_name} ${term('role', held.role)}`)
  return (
    <div className={css.page}>
      <PageTitle><h1>{t(greeting(now), { name: me.name })}</h1> <span>{[`${dateOf(now)} ${weekdayOf(now)}`, ...places].join(' · ')}</span></PageTitle>
      <div className={css.main}>
        <Read of={home} rows={12}>
          {(data) => (
            <>
              <HomeFigures figures={data.figures} />
              {data.board.length > 0 && <DueStrip rows={data.board} />}
              <Departures rows={data.board} />
            </>
          )}
        </Read>
      </div>
      <div className={css.aside}>
        {home.data && <NextCard next={home.data.next} board={home.data.board} />}
        <NoticeCard limit={6} />
        {home.data?.promises && home.data.promises.length > 0 && <MyPromises promises={home.data.promises} />}
      </div>
    </div>
  )
}
