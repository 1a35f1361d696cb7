import type { Plugin } from 'vite'

export interface Shell {
  /** The entry's name in the manifest, and its built file. */
  entry: string
  /** The address under which the page is kept. */
  page: string
  /** The worker's text. */
  script: string
  /** The worker's file at the site's root. */
  name: string
  /** Address of the folder of built files. */
  base: string
}

export function shellPlugin(shell: Shell): Plugin
