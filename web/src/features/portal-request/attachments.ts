import { useState } from 'react'
import { attachTo, sayTo } from '@/api/portal'
import { smaller } from '@/kit/light'
import { words } from './words'

/** Most photos of one request; the server takes twelve files in a message. */
export const mostPhotos = 6

export interface Attached {
  /** Its key as well: sent twice, it is one file. */
  id: string
  kind: 'photo' | 'voice'
  blob: Blob
}

export interface Attachments {
  list: readonly Attached[]
  addPhotos: (photos: Iterable<File>) => Promise<void>
  addVoice: (voice: Blob) => void
  remove: (id: string) => void
}

/** What goes with a request: photos made small, at most one voice note. Kept while the page is open. */
export function useAttachments(): Attachments {
  const [list, setList] = useState<readonly Attached[]>([])
  const add = (kind: Attached['kind'], blobs: Blob[]) => {
    const made = blobs.map((blob) => ({ id: crypto.randomUUID(), kind, blob }))
    setList((before) => {
      const photos = [...before, ...made].filter((one) => one.kind === 'photo').slice(0, mostPhotos)
      return [...photos, ...[...before, ...made].filter((one) => one.kind === 'voice').slice(-1)]
    })
  }
  return {
    list,
    addPhotos: async (photos) => add('photo', await Promise.all([...photos].map(smaller))),
    addVoice: (voice) => add('voice', [voice]),
    remove: (id) => setList((before) => before.filter((one) => one.id !== id)),
  }
}

const endings: readonly (readonly [RegExp, string])[] = [[/png/, 'png'], [/webm/, 'webm'], [/mp4/, 'm4a'], [/ogg/, 'ogg']]

/** A name for a file that has none; the server gives the true ending by looking inside. */
const nameOf = ({ kind, blob }: Attached): string =>
  `${kind}.${endings.find(([type]) => type.test(blob.type))?.[1] ?? 'jpg'}`

/** Send all to the case behind the link, one after another, then say on its thread that they are there. */
export async function deliver(token: string, list: readonly Attached[], onSent: (count: number) => void): Promise<void> {
  const files: string[] = []
  for (const one of list) {
    const { id } = await attachTo(token, one.blob, nameOf(one), one.id)
    files.push(id)
    onSent(files.length)
  }
  await sayTo(token, told(list), `${list[0]?.id}.said`, files)
}

/** 照片 2 张，语音 1 段 */
function told(list: readonly Attached[]): string {
  const photos = list.filter((one) => one.kind === 'photo').length
  const said = [photos > 0 && words.t('photosSaid', { n: photos }), photos < list.length && words.t('voiceSaid')]
  return said.filter(Boolean).join(words.t('comma'))
}
