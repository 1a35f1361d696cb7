import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// How long a page takes to draw says nothing about it: what is waited for has as long as its test.
configure({ asyncUtilTimeout: 15_000 })

// jsdom has no screen to measure; forms that fold by width ask all the same.
if (typeof window !== 'undefined') window.matchMedia ??= (query) =>
  ({ matches: false, media: query, onchange: null, addEventListener: () => {}, removeEventListener: () => {}, dispatchEvent: () => false }) as unknown as MediaQueryList

afterEach(cleanup)
