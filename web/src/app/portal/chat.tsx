import { Phone } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { attachTo, sayTo, type Tracking } from '@/api/portal'
import { Bubbles, Compose, useCaseWords, VideoRoom } from '@/features/portal-case'
import { CallButton, Failure, Screen, smaller, TopBar } from '@/kit/light'
import { useCaseAct } from './case'

/** One thread with the desk and the engineer. */
export function ChatPage({ token, of }: { token: string; of: Tracking }) {
  const t = useCaseWords()
  const [key, setKey] = useState(() => crypto.randomUUID())
  const saying = useCaseAct(token, (text: string) => sayTo(token, text, key))
  const end = useRef<HTMLDivElement>(null)
  const count = of.messages.length
  useEffect(() => {
    // Browsers now answer a scroll with a promise; an effect that gave it on would have it called at its end.
    void end.current?.scrollIntoView?.({ block: 'end' })
  }, [count])
  const send = (text: string, done: () => void) =>
    saying.mutate(text, {
      onSuccess: () => {
        setKey(crypto.randomUUID())
        done()
      },
    })
  const showing = useCaseAct(token, async (photos: File[]) => {
    const sent = []
    for (const photo of photos) sent.push(await attachTo(token, await smaller(photo), photo.name, crypto.randomUUID()))
    return sayTo(token, t('photosSaid', { n: sent.length }), crypto.randomUUID(), sent.map(({ id }) => id))
  })
  const phone = of.engineer?.phone
  return (
    <Screen
      sunk
      top={
        <TopBar
          title={of.subject}
          backTo={`/t/${token}`}
          aside={phone && <CallButton number={phone} icon={<Phone />} aria-label={t('callEngineer', { name: of.engineer?.name ?? '' })} />}
        />
      }
      dock={<Compose who={of.engineer?.name ?? t('us')} busy={saying.isPending || showing.isPending} onSend={send} onPhotos={showing.mutate} />}
    >
      <Bubbles token={token} messages={of.messages} />
      {of.video_url && <VideoRoom url={of.video_url} />}
      {(saying.error ?? showing.error) && <Failure error={saying.error ?? showing.error} />}
      <div ref={end} />
    </Screen>
  )
}
