import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom has no screen to measure; forms that fold by width ask all the same.
if (typeof window !== 'undefined') window.matchMedia ??= (query) =>
  ({ matches: false, media: query, onchange: null, addEventListener: () => {}, removeEventListener: () => {}, dispatchEvent: () => false }) as unknown as MediaQueryList

afterEach(cleanup)
