import { get, post } from './client'
import type { Schemas } from './schemas'

export type PolicyBrief = Schemas['KindOut']
export type PolicyVersion = Schemas['VersionOut']

/** JSON schema, as far as policies use it. */
export interface Schema {
  type?: string | string[]
  title?: string
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  enum?: (string | number)[]
  anyOf?: Schema[]
  allOf?: Schema[]
  $ref?: string
  $defs?: Record<string, Schema>
  minimum?: number
  maximum?: number
  additionalProperties?: Schema | boolean
  format?: string
  prefixItems?: Schema[]
}

export type PolicyDetail = Omit<Schemas['PolicyOut'], 'shape'> & { shape: Schema }

export interface NewPolicyVersion {
  document: Record<string, unknown>
  effective_from: string | null
  note: string
}

export type PolicyEffect = Schemas['EffectOut']

export const policies = {
  list: () => get<PolicyBrief[]>('/policies'),
  one: (kind: string) => get<PolicyDetail>(`/policies/${kind}`),
  /** What a draft would move among the clocks that run now; nothing is written. */
  effect: (kind: string, document: Record<string, unknown>) => post<PolicyEffect>(`/policies/${kind}/effect`, { document }),
  publish: (kind: string, version: NewPolicyVersion) => post<PolicyDetail>(`/policies/${kind}`, version),
}
