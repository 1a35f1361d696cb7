import { readFileSync } from 'node:fs'

const id = 'virtual:tokens.css'

/** `clock.soonText` → `--clock-soon-text`; the group names that only sort (`color`) are dropped. */
function variable(path) {
  const words = path[0] === 'color' ? path.slice(1) : path
  return `--${words.join('-').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

/** Walk the tokens; yields [css variable, value] with px for bare lengths. */
function* declarations(node, path = []) {
  for (const [key, value] of Object.entries(node)) {
    const here = [...path, key]
    if (value !== null && typeof value === 'object') yield* declarations(value, here)
    else if (typeof value === 'number' && path[0] !== 'elderly' && key !== 'line') yield [variable(here), `${value}px`]
    else yield [variable(here), String(value)]
  }
}

/** The design tokens as one `:root` rule. */
export function tokensCss({ font, space, radius, color }) {
  const lines = [...declarations({ font, space, radius, color })].map(([name, value]) => `  ${name}: ${value};`)
  return `:root {\n${lines.join('\n')}\n}\n`
}

/** Vite plugin: `import 'virtual:tokens.css'` gives the variables made from tokens.json. */
export function tokensPlugin(file) {
  return {
    name: 'anxin-tokens',
    resolveId: (source) => (source === id ? `\0${id}` : undefined),
    load(source) {
      if (source !== `\0${id}`) return undefined
      this.addWatchFile(file)
      return tokensCss(JSON.parse(readFileSync(file, 'utf8')))
    },
  }
}
