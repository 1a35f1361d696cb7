import { expect, test } from 'vitest'
import type { PopUp } from '@/api/customers'
import { ticketOf } from './intake'

const popup = { customers: [{ id: 'c1' }, { id: 'c2' }], households: [{ id: 'h1' }, { id: 'h2' }], sections: {} } as unknown as PopUp
const text = '不制冷'

test('the household chosen goes along, the first where none was', () => {
  expect(ticketOf({ text, customer_id: 'c2', household_id: 'h2' }, '138', popup)).toEqual({ text, customer_id: 'c2', household_id: 'h2', phone: '138' })
  expect(ticketOf({ text }, '138', popup)).toEqual({ text, customer_id: 'c1', household_id: 'h1', phone: '138' })
})

test('a unit stands where it stands, and who is not known gives name and address', () => {
  expect(ticketOf({ text, unit_id: 'u', household_id: 'h2' }, '138', popup)).toEqual({ text, unit_id: 'u', customer_id: 'c1', phone: '138' })
  expect(ticketOf({ text, name: '周敏', address: '文三路' }, '138', { ...popup, customers: [], households: [] })).toEqual({ text, name: '周敏', phone: '138', address: '文三路' })
})
