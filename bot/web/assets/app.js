/** Lets a phone keep the chat as an app, with a page for when there is no network. */
'use strict';

void navigator.serviceWorker?.register('/offline-worker.js').catch(() => undefined);
