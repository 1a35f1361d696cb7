import type { components } from './schema'

/** What the server sends and takes, made from docs/openapi.json by `npm run types`. */
export type Schemas = components['schemas']
