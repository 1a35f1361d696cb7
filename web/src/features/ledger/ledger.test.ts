import { expect, test } from 'vitest'
import { gist } from './ledger'

test('the gist of an event leaves out ids and empty values and quotes what was said', () => {
  expect(gist({ ticket_id: 'x', id: 'y', text: '不制冷', urgency: 'normal', cap: 48, note: '', lines: [1] })).toBe('“不制冷”；urgency normal；cap 48')
})
