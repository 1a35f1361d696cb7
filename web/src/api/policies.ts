import { get, post } from './client'

export interface PolicyBrief {
  kind: string
  title: string
  version: number
  effective_from: string | null
  published_by: string
  standards: number[]
}

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

export interface PolicyVersion {
  number: number
  scope: Record<string, string>
  effective_from: string | null
  published_by: string
  note: string
  /** Whether it binds now, and if not why. */
  verdict: string
  verdict_text: string
  document: Record<string, unknown>
}

export interface PolicyDetail {
  kind: string
  title: string
  standards: number[]
  form: Schema
  current: Record<string, unknown>
  versions: PolicyVersion[]
}

export interface NewPolicyVersion {
  document: Record<string, unknown>
  effective_from: string | null
  note: string
}

export const policies = {
  list: () => get<PolicyBrief[]>('/policies'),
  one: (kind: string) => get<PolicyDetail>(`/policies/${kind}`),
  publish: (kind: string, version: NewPolicyVersion) => post<PolicyDetail>(`/policies/${kind}`, version),
}
