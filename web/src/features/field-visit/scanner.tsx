import { useEffect, useRef, useState } from 'react'
import { useT } from './words'

/** The browser's own reader of bar codes; not every phone has it. */
interface Detector {
  detect(image: HTMLVideoElement): Promise<{ rawValue: string }[]>
}
type DetectorClass = new () => Detector

const detectorClass = (): DetectorClass | undefined =>
  (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector

/** How often a picture is looked at, in ms. */
const lookEvery = 300

/** Opens the camera and reports the first code it reads. Stops the camera when it leaves the page. */
function useCamera(onCode: (code: string) => void) {
  const video = useRef<HTMLVideoElement>(null)
  const [works, setWorks] = useState(() => detectorClass() !== undefined && Boolean(navigator.mediaDevices))
  useEffect(() => {
    const Reader = detectorClass()
    if (!Reader || !works) return undefined
    const reader = new Reader()
    let stream: MediaStream | null = null
    let over = false
    const look = async () => {
      const image = video.current
      const [found] = image && image.readyState >= 2 ? await reader.detect(image) : []
      if (found && !over) onCode(found.rawValue)
    }
    const start = async () => {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      if (video.current) video.current.srcObject = stream
    }
    start().catch(() => setWorks(false))
    const timer = setInterval(() => void look(), lookEvery)
    return () => {
      over = true
      clearInterval(timer)
      stream?.getTracks().forEach((track) => track.stop())
    }
  }, [works, onCode])
  return { video, works }
}

/** Camera first; where there is none, the page says so and the number is typed. */
export function Scanner({ onCode }: { onCode: (code: string) => void }) {
  const t = useT()
  const { video, works } = useCamera(onCode)
  if (!works) return <p className="second">{t('scanNone')}</p>
  return (
    <div className="scanner">
      <video ref={video} autoPlay muted playsInline />
      <i />
      <p>{t('scanHint')}</p>
    </div>
  )
}
