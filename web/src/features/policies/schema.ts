import type { Schema } from '@/api/policies'

/** What a field of a policy is edited with. */
export type Field =
  | { kind: 'object'; properties: [string, Schema][] }
  | { kind: 'map'; values: Schema }
  | { kind: 'list'; items: Schema }
  | { kind: 'choice'; options: (string | number)[]; optional: boolean }
  | { kind: 'number'; whole: boolean; minimum: number | undefined; maximum: number | undefined; optional: boolean }
  | { kind: 'flag' }
  | { kind: 'text'; optional: boolean }
  | { kind: 'json' }

/** Follow `$ref` and single `allOf`; other schemas are returned as they are. */
export function resolve(schema: Schema, root: Schema): Schema {
  if (schema.$ref) {
    const found = root.$defs?.[schema.$ref.split('/').at(-1) ?? '']
    return found ? resolve({ ...found, ...(schema.title ? { title: schema.title } : {}) }, root) : schema
  }
  const [only, ...rest] = schema.allOf ?? []
  return only && rest.length === 0 ? resolve({ ...only, ...(schema.title ? { title: schema.title } : {}) }, root) : schema
}

const scalar = (schema: Schema, optional: boolean): Field => {
  if (schema.enum) return { kind: 'choice', options: schema.enum, optional }
  switch (schema.type) {
    case 'object':
      if (schema.properties) return { kind: 'object', properties: Object.entries(schema.properties) }
      return typeof schema.additionalProperties === 'object' ? { kind: 'map', values: schema.additionalProperties } : { kind: 'json' }
    case 'array':
      return schema.items ? { kind: 'list', items: schema.items } : { kind: 'json' }
    case 'integer':
    case 'number':
      return { kind: 'number', whole: schema.type === 'integer', minimum: schema.minimum, maximum: schema.maximum, optional }
    case 'boolean':
      return { kind: 'flag' }
    case 'string':
      return { kind: 'text', optional }
    default:
      return { kind: 'json' }
  }
}

/** The editor of a schema; `X | null` is an optional X, other unions are edited as JSON. */
export function fieldOf(schema: Schema, root: Schema): Field {
  const known = resolve(schema, root)
  if (!known.anyOf) return scalar(known, false)
  const parts = known.anyOf.filter((part) => part.type !== 'null')
  const [only, ...rest] = parts
  if (!only || rest.length > 0) return { kind: 'json' }
  return scalar(resolve(only, root), parts.length < known.anyOf.length)
}

/** A new row: required parts empty, numbers at their minimum. */
export function blankOf(schema: Schema, root: Schema): unknown {
  const field = fieldOf(schema, root)
  switch (field.kind) {
    case 'object':
      return Object.fromEntries(field.properties.map(([name, part]) => [name, blankOf(part, root)]))
    case 'map':
      return {}
    case 'list':
      return []
    case 'choice':
      return field.optional ? null : (field.options[0] ?? null)
    case 'number':
      return field.optional ? null : (field.minimum ?? 0)
    case 'flag':
      return false
    case 'text':
      return field.optional ? null : ''
    case 'json':
      return null
  }
}

export interface Change {
  path: string
  before: unknown
  after: unknown
}

const isObject = (value: unknown): value is Record<string, unknown> => value !== null && typeof value === 'object'

/** What differs between two documents, leaf by leaf; added and removed parts as wholes. */
export function changesOf(before: unknown, after: unknown, path = ''): Change[] {
  if (isObject(before) && isObject(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
    return names.flatMap((name) => changesOf(before[name], after[name], path ? `${path}.${name}` : name))
  }
  return JSON.stringify(before) === JSON.stringify(after) ? [] : [{ path, before, after }]
}
