import { useEffect, useRef, useState } from 'react'

/** Longest voice note, s. */
export const longestNote = 60

export const canRecord = (): boolean => typeof MediaRecorder !== 'undefined' && 'mediaDevices' in navigator

interface Recording {
  recorder: MediaRecorder
  end: () => void
}

async function begin(onDone: (voice: Blob) => void): Promise<Recording> {
  const stream = await navigator.mediaDevices.getUserMedia({ audio: true })
  const recorder = new MediaRecorder(stream)
  const parts: Blob[] = []
  recorder.addEventListener('dataavailable', ({ data }) => parts.push(data))
  recorder.addEventListener('stop', () => {
    stream.getTracks().forEach((track) => track.stop())
    onDone(new Blob(parts, { type: recorder.mimeType }))
  })
  recorder.start()
  return { recorder, end: () => recorder.state === 'recording' && recorder.stop() }
}

/** One voice note: begins and ends by a tap, ends by itself after a minute. `seconds` is null while nothing is recorded. */
export function useRecorder(onDone: (voice: Blob) => void) {
  const running = useRef<Recording | null>(null)
  const [seconds, setSeconds] = useState<number | null>(null)
  const [refused, setRefused] = useState(false)
  const stop = () => {
    running.current?.end()
    running.current = null
    setSeconds(null)
  }
  useEffect(() => stop, [])
  useEffect(() => {
    if (seconds === null) return undefined
    const timer = setTimeout(() => (seconds >= longestNote ? stop() : setSeconds(seconds + 1)), 1000)
    return () => clearTimeout(timer)
  }, [seconds])
  const start = async () => {
    running.current = await begin(onDone).catch(() => null)
    setRefused(running.current === null)
    setSeconds(running.current ? 0 : null)
  }
  return { seconds, refused, start, stop }
}
