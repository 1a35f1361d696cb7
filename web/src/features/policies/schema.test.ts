import { expect, test } from 'vitest'
import type { Schema } from '@/api/policies'
import { blankOf, changesOf, fieldOf } from './schema'

const root: Schema = {
  type: 'object',
  $defs: {
    Row: { type: 'object', properties: { tier: { anyOf: [{ type: 'string', enum: ['gold', 'silver'] }, { type: 'null' }] }, minutes: { type: 'integer', minimum: 5 } } },
  },
  properties: { rows: { type: 'array', items: { $ref: '#/$defs/Row' } }, calendar: { type: 'string' } },
}

test('references are followed and a union with null is optional', () => {
  const list = fieldOf(root.properties?.['rows'] ?? {}, root)
  expect(list.kind).toBe('list')
  const row = fieldOf({ $ref: '#/$defs/Row' }, root)
  expect(row.kind === 'object' && row.properties.map(([name]) => name)).toEqual(['tier', 'minutes'])
  expect(fieldOf({ anyOf: [{ enum: ['a'] }, { type: 'null' }] }, root)).toEqual({ kind: 'choice', options: ['a'], optional: true })
  expect(fieldOf({ anyOf: [{ type: 'string' }, { type: 'number' }] }, root)).toEqual({ kind: 'json' })
})

test('a new row is legal as far as the schema says', () => {
  expect(blankOf({ $ref: '#/$defs/Row' }, root)).toEqual({ tier: null, minutes: 5 })
})

test('changes are told leaf by leaf', () => {
  const before = { rows: [{ tier: 'gold', minutes: 240 }], calendar: 'always' }
  const after = { rows: [{ tier: 'gold', minutes: 120 }, { tier: null, minutes: 5 }], calendar: 'always' }
  expect(changesOf(before, after)).toEqual([
    { path: 'rows.0.minutes', before: 240, after: 120 },
    { path: 'rows.1', before: undefined, after: { tier: null, minutes: 5 } },
  ])
  expect(changesOf(before, structuredClone(before))).toEqual([])
})
