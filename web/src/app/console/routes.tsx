import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { readSearch } from '@/kit/url'
import { Frame } from './frame/frame'
import { Broken, NotFound } from './frame/notfound'

const root = createRootRoute({ component: Frame, validateSearch: readSearch, notFoundComponent: NotFound })

/** A page of the console, read when it is first opened. */
function page<Path extends string>(path: Path, load: () => Promise<Record<string, unknown>>, name: string) {
  return createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load as never, name as never) })
}

const routes = [
  page('/', () => import('./pages/home'), 'HomePage'),
  page('/notices', () => import('./pages/notices'), 'NoticesPage'),
  page('/tickets', () => import('./pages/queue'), 'QueuePage'),
  page('/tickets/board', () => import('./pages/board'), 'BoardPage'),
  page('/tickets/new', () => import('./pages/intake'), 'IntakePage'),
  page('/tickets/$id', () => import('./pages/ticket'), 'TicketPage'),
  page('/clocks/$id', () => import('./pages/clock'), 'ClockPage'),
  page('/dispatch', () => import('./pages/dispatch'), 'DispatchPage'),
  page('/reviews', () => import('./pages/reviews'), 'ReviewsPage'),
  page('/revisits', () => import('./pages/revisits'), 'RevisitsPage'),
  page('/customers', () => import('./pages/customers'), 'CustomersPage'),
  page('/customers/$id', () => import('./pages/customer'), 'CustomerPage'),
  page('/units', () => import('./pages/units'), 'UnitsPage'),
  page('/reports', () => import('./pages/reports'), 'ReportsPage'),
  page('/ledger', () => import('./pages/ledger'), 'LedgerPage'),
  page('/settings', () => import('./pages/settings'), 'SettingsPage'),
  page('/settings/policies/$kind', () => import('./pages/policy'), 'PolicyPage'),
]

export const router = createRouter({ routeTree: root.addChildren(routes), defaultPreload: false, defaultErrorComponent: Broken })

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
