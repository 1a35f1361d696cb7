import path from 'node:path'

/** Who may import whom: a layer imports only layers of lower rank (architecture: entries → app → features → kit → api). */
const rank = { entries: 5, app: 4, features: 3, kit: 2, api: 1, i18n: 0 }

/** `…/src/features/tickets/queue.tsx` → { layer: 'features', part: 'tickets' }, or undefined outside src. */
export function place(file) {
  const [, inside] = file.replaceAll('\\', '/').split('/src/')
  const [layer, part] = inside?.split('/') ?? []
  return layer in rank ? { layer, part } : undefined
}

/** Why `from` may not import `to`; undefined when it may. */
export function complaint(from, to) {
  if (rank[to.layer] > rank[from.layer]) return `${from.layer} may not import ${to.layer}`
  const siblings = ['features', 'app', 'entries']
  if (from.layer === to.layer && siblings.includes(from.layer) && from.part !== to.part)
    return `${from.layer}/${from.part} may not import its neighbour ${to.layer}/${to.part}`
  return undefined
}

function target(source, filename) {
  if (source.startsWith('@/')) return `/src/${source.slice(2)}`
  if (source.startsWith('.')) return path.resolve(path.dirname(filename), source)
  return undefined
}

/** ESLint rule: imports go one way. */
export const importDirection = {
  meta: { type: 'problem', schema: [], messages: { wrong: '{{why}}' } },
  create(context) {
    const from = place(context.filename)
    const check = (node) => {
      const file = node.source && target(String(node.source.value), context.filename)
      const to = file && place(file)
      const why = from && to && complaint(from, to)
      if (why) context.report({ node, messageId: 'wrong', data: { why } })
    }
    return { ImportDeclaration: check, ExportNamedDeclaration: check, ExportAllDeclaration: check, ImportExpression: check }
  },
}
