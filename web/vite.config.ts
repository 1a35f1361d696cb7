import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { shellPlugin } from './tools/shell.js'
import { tokensPlugin } from './tools/tokens.js'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Where the server runs in development; `make demo` listens there. */
const server = process.env['ANXIN_SERVER'] ?? 'http://127.0.0.1:8000'

/** The field page opens without the network; its worker may serve what lies below its own address. */
const fieldShell = { entry: 'field.html', page: '/field', script: here('./worker/field.js'), name: 'field-worker.js', base: '/static/' }

export default defineConfig({
  base: '/static/',
  plugins: [react(), tokensPlugin(here('./src/kit/tokens/tokens.json')), shellPlugin(fieldShell)],
  resolve: { alias: { '@': here('./src') } },
  build: {
    outDir: here('../src/anxin/config/assets'),
    emptyOutDir: true,
    assetsDir: 'web',
    manifest: 'manifest.json',
    target: 'es2022',
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: { console: here('./console.html'), field: here('./field.html'), portal: here('./portal.html') },
    },
  },
  server: { proxy: { '/api': server } },
  test: {
    environment: 'jsdom',
    setupFiles: ['./src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}', 'tools/*.test.js'],
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
