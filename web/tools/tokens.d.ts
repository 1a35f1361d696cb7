import type { Plugin } from 'vite'

export function tokensPlugin(file: string): Plugin
