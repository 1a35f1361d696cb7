import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Everything an entry can ever ask for: scripts with their lazy routes, styles and pictures, sorted. */
export function shellFiles(manifest, entry) {
  const files = new Set()
  const seen = new Set()
  const walk = (key) => {
    const chunk = manifest[key]
    if (!chunk || seen.has(key)) return
    seen.add(key)
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file)
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) walk(next)
  }
  walk(entry)
  return [...files].sort()
}

/** The worker's script for one build; its version changes with any byte of the page, the list or the script itself. */
export function workerScript(script, { page, html, files }) {
  const version = createHash('sha256').update([script, html, ...files].join('\n')).digest('hex').slice(0, 12)
  return `const SHELL = ${JSON.stringify({ version, page, files }, null, 1)}\n${script}`
}

/** Vite plugin: after the build, write the worker of `entry` to the site's root, where it may serve the page. */
export function shellPlugin({ entry, page, script, name, base }) {
  return {
    name: 'anxin-shell',
    apply: 'build',
    writeBundle({ dir }) {
      const read = (file) => readFileSync(path.join(dir, file), 'utf8')
      const files = shellFiles(JSON.parse(read('manifest.json')), entry).map((file) => base + file)
      const root = path.join(dir, 'root')
      mkdirSync(root, { recursive: true })
      writeFileSync(path.join(root, name), workerScript(readFileSync(script, 'utf8'), { page, html: read(entry), files }))
    },
  }
}
