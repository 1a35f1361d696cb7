import { get, post } from './client'
import type { Page } from './page'
import type { Schemas } from './schemas'

/** A job that failed in its last attempt. */
export type DeadJob = Schemas['DeadJob']
export type DeadKind = Schemas['DeadKind']

export const jobs = {
  dead: (task: string | undefined, cursor: string) => get<Page<DeadJob>>('/jobs/dead', { task, cursor }),
  kinds: () => get<DeadKind[]>('/jobs/dead/kinds'),
  revive: (id: string) => post<Schemas['Revived']>(`/jobs/${id}/revive`),
  reviveAll: (task: string) => post<Schemas['Revived']>('/jobs/dead/revive', { task }),
}
