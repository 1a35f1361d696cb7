// docs/openapi.json → src/api/schema.d.ts. The schema is the server's word; the types are never edited by hand.
import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const source = new URL('../../docs/openapi.json', import.meta.url)
if (!existsSync(source)) {
  console.error('docs/openapi.json is missing; run `make api` first')
  process.exit(1)
}
const header = '// Made by `npm run types` from docs/openapi.json; do not edit.\n'
await writeFile(new URL('../src/api/schema.d.ts', import.meta.url), header + astToString(await openapiTS(source)))
