import type { DangerCode } from '@/api/portal'
import { dangerCodes, dangerWords, SafetyPage } from '@/features/portal-request'
import { back, BrandBar, Choices, Screen, useQueryValue } from '@/kit/light'

const isDanger = (code: string | null): code is DangerCode => dangerCodes.some((known) => known === code)

/** Which danger, then its card. `?kind=` keeps the card over a reload. */
export function DangerPage({ home }: { home: string }) {
  const danger = dangerWords.useT()
  const [kind, setKind] = useQueryValue('kind')
  if (isDanger(kind)) return <SafetyPage danger={kind} line={null} told={false} onMistaken={() => back(home)} />
  const options = dangerCodes.map((value) => ({ value, label: danger(value), danger: true }))
  return (
    <Screen top={<BrandBar />}>
      <div className="stack">
        <h1 className="title">{danger('whichOne')}</h1>
        <Choices legend={danger('whichOne')} name="danger" options={options} value={null} onChange={setKind} strong />
      </div>
    </Screen>
  )
}
