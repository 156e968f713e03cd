/**
 * Shows a page with the numbers to ring where there is no network. It keeps that page and nothing
 * else: ward computers are shared. While there is a network it lets every call through untouched.
 */
'use strict';

const KEPT = 'offline-page';

function keep(addresses) {
  addEventListener('install', (event) => {
    event.waitUntil(
      caches
        .delete(KEPT)
        .then(() => caches.open(KEPT))
        .then((kept) => kept.addAll(addresses))
        .then(() => skipWaiting()),
    );
  });
  addEventListener('fetch', (event) => {
    if (navigator.onLine) return;
    const { method, mode, url } = event.request;
    if (method === 'GET' && mode === 'navigate') event.respondWith(caches.match(addresses[0]));
    else if (addresses.some((address) => url.endsWith(address)))
      event.respondWith(caches.match(event.request));
  });
}
