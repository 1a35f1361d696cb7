import type { CommandArgs, CommandKind, FieldVisit } from '@/api/field'
import { useFieldLine } from '@/features/field-outbox'
import { smaller } from '@/kit/light'

/** Arguments without the proof: its file has no id before it is uploaded. */
type Said<Kind extends CommandKind> = Omit<CommandArgs[Kind], 'photo'>

/** Do a thing on a visit: kept on the phone first, then sent. A photo becomes its `photo`. */
export function useActs(visit: FieldVisit) {
  const { act } = useFieldLine()
  const title = `${visit.customer}·${visit.subject}`
  return async <Kind extends CommandKind>(kind: Kind, args: Said<Kind>, proof?: Blob): Promise<void> => {
    const photos: Record<string, Blob> = proof ? { photo: proof.type === 'image/png' ? proof : await smaller(proof) } : {}
    await act({ visit: visit.id, title, kind, args: { ...args }, photos })
  }
}
