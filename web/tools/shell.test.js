import { expect, test } from 'vitest'
import { shellFiles, workerScript } from './shell.js'

const manifest = {
  'field.html': { file: 'web/field-1.js', css: ['web/field-1.css'], imports: ['_kit.js'], dynamicImports: ['src/app/visit.tsx'] },
  '_kit.js': { file: 'web/kit-1.js' },
  'src/app/visit.tsx': { file: 'web/visit-1.js', assets: ['web/mark-1.svg'], imports: ['_kit.js', 'field.html'] },
  'console.html': { file: 'web/console-1.js', imports: ['_kit.js'] },
}

test('the shell holds what the entry can ask for, lazy routes too, and nothing of other entries', () => {
  const wanted = ['web/field-1.css', 'web/field-1.js', 'web/kit-1.js', 'web/mark-1.svg', 'web/visit-1.js']
  expect(shellFiles(manifest, 'field.html')).toEqual(wanted)
})

test('the version changes with the page, the files and the script', () => {
  const build = { page: '/field', html: '<p>', files: ['/a.js'] }
  const version = (script, change = {}) => /"version": "(\w+)"/.exec(workerScript(script, { ...build, ...change }))?.[1]
  const first = version('x')
  expect(version('x')).toBe(first)
  expect(new Set([first, version('y'), version('x', { html: '<b>' }), version('x', { files: ['/b.js'] })]).size).toBe(4)
})
