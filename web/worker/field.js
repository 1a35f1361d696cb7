// The field page without the network: its shell (page, scripts, styles) is kept, and nothing else. Answers of the
// house never pass through here. tools/shell.js puts SHELL = { version, page, files } of the build before this text.

/** How long a page is waited for before the kept one is shown, ms. */
const patience = 3000
const keptAs = (version) => `anxin-field-${version}`

async function keep() {
  const cache = await caches.open(keptAs(SHELL.version))
  await cache.addAll([SHELL.page, ...SHELL.files])
}

/** The build before stays, for pages that are still open; what is older goes. */
async function dropOld() {
  const mine = (await caches.keys()).filter((name) => name.startsWith(keptAs('')) && name !== keptAs(SHELL.version))
  await Promise.all(mine.slice(0, -1).map((name) => caches.delete(name)))
}

const keptPage = async () => (await caches.open(keptAs(SHELL.version))).match(SHELL.page)
const keptFile = (request) => caches.match(request, { ignoreVary: true })

/** The newest page where there is a network, the kept one where there is none or almost none. */
async function page(request) {
  const late = new Promise((resolve) => setTimeout(resolve, patience))
  const fresh = fetch(request).catch(() => undefined)
  return (await Promise.race([fresh, late])) ?? (await keptPage()) ?? (await fresh) ?? Response.error()
}

self.addEventListener('install', (event) => event.waitUntil(keep().then(() => self.skipWaiting())))
self.addEventListener('activate', (event) => event.waitUntil(dropOld().then(() => self.clients.claim())))
self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (request.mode === 'navigate') event.respondWith(page(request))
  else if (pathname.startsWith('/static/web/')) event.respondWith(keptFile(request).then((kept) => kept ?? fetch(request)))
})
