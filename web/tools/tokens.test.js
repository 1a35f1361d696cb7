// @vitest-environment node
import { expect, test } from 'vitest'
import { tokensCss } from './tokens.js'

test('every token becomes a variable named after its path', () => {
  const css = tokensCss({
    font: { family: 'Sans', size: { md: 14 }, line: 1.5 },
    space: [0, 4],
    radius: { sm: 4 },
    color: { ink: '#111', clock: { soonText: '#8A5200' } },
  })
  expect(css).toBe(
    ':root {\n  --font-family: Sans;\n  --font-size-md: 14px;\n  --font-line: 1.5;\n  --space-0: 0px;\n' +
      '  --space-1: 4px;\n  --radius-sm: 4px;\n  --ink: #111;\n  --clock-soon-text: #8A5200;\n}\n',
  )
})
