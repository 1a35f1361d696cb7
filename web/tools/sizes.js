// What each entry loads before its first screen, gzipped, held to the architecture's budgets.
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const out = new URL('../../src/anxin/config/assets/', import.meta.url)
const budgets = { 'console.html': 450, 'field.html': 150, 'portal.html': 150 }
const manifest = JSON.parse(readFileSync(new URL('manifest.json', out), 'utf8'))

/** Every file an entry imports without being asked to: scripts and their styles, not the lazy routes. */
function firstLoad(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk || seen.has(chunk.file)) return seen
  seen.add(chunk.file)
  chunk.css?.forEach((file) => seen.add(file))
  chunk.imports?.forEach((next) => firstLoad(next, seen))
  return seen
}

const kilobytes = (file) => gzipSync(readFileSync(new URL(file, out))).length / 1024

let over = false
for (const [entry, budget] of Object.entries(budgets)) {
  const size = [...firstLoad(entry)].reduce((sum, file) => sum + kilobytes(file), 0)
  over ||= size > budget
  console.log(`${entry.padEnd(14)} first load ${size.toFixed(1)} kB gzip of ${budget}${size > budget ? '  OVER BUDGET' : ''}`)
}
for (const [key, chunk] of Object.entries(manifest)) {
  if (chunk.isDynamicEntry) console.log(`  route ${key.replace('src/', '')} ${kilobytes(chunk.file).toFixed(1)} kB`)
}
process.exit(over ? 1 : 0)
