// @vitest-environment node
import { RuleTester } from 'eslint'
import { afterAll, describe, it } from 'vitest'
import { importDirection } from './layers.js'

Object.assign(RuleTester, { describe, it, afterAll })

const queue = '/repo/web/src/features/tickets/queue.tsx'

new RuleTester().run('import-direction', importDirection, {
  valid: [
    { filename: queue, code: "import { get } from '@/api/client'" },
    { filename: queue, code: "import { rows } from './rows'" },
    { filename: queue, code: "import { useT } from '@/i18n'" },
    { filename: '/repo/web/src/app/console/routes.tsx', code: "import('@/features/tickets/queue')" },
    { filename: queue, code: "import React from 'react'" },
  ],
  invalid: [
    { filename: queue, code: "import { Home } from '@/app/console/home'", errors: [{ message: 'features may not import app' }] },
    {
      filename: queue,
      code: "import { Card } from '@/features/customers/card'",
      errors: [{ message: 'features/tickets may not import its neighbour features/customers' }],
    },
    { filename: queue, code: "import('../customers/card')", errors: [{ messageId: 'wrong' }] },
    { filename: '/repo/web/src/api/client.ts', code: "export * from '@/kit/clock'", errors: [{ message: 'api may not import kit' }] },
    { filename: '/repo/web/src/app/console/x.tsx', code: "import '@/app/portal/y'", errors: [{ messageId: 'wrong' }] },
  ],
})
