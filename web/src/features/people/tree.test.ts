import { expect, test } from 'vitest'
import type { Org } from '@/api/people'
import { kindsBelow, linesOf } from './tree'

const org = (id: string, parent_id: string | null, name = id): Org => ({
  id, parent_id, name, code: id.toUpperCase(), kind: 'outlet', partner: false, own_planning: true, active: true, place: '', lng: null, lat: null, timezone: 'Asia/Shanghai', version: 1,
})
const orgs = [org('hq', null), org('east', 'hq', '华东'), org('hz', 'east', '杭州'), org('west', 'hq', '西部')]
const said = (folded: string[], query = '') => linesOf(orgs, new Set(folded), query).map(({ org: one, depth }) => `${depth}${one.id}`)

test('children stand below their parent, deeper by one', () => {
  expect(said([])).toEqual(['0hq', '1east', '2hz', '1west'])
  expect(linesOf(orgs, new Set()).map((line) => line.children)).toEqual([2, 1, 0, 0])
})

test('below a folded place nothing is shown', () => expect(said(['east'])).toEqual(['0hq', '1east', '1west']))

test('a search shows what fits with the way to it, folded or not', () => {
  expect(said(['east'], '杭州')).toEqual(['0hq', '1east', '2hz'])
  expect(said([], 'WEST')).toEqual(['0hq', '1west'])
  expect(said([], 'nowhere')).toEqual([])
})

test('an outlet has nothing below it', () => {
  expect(kindsBelow('outlet')).toEqual([])
  expect(kindsBelow('region')).toEqual(['centre', 'outlet'])
})
