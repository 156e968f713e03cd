/** What lets a phone keep the web chat as an app of its own, and what it shows without a network. */
import type { Route } from '../http/route';
import type { Assets } from './assets';
import { page } from './page';
import { call } from './show-line';
import { frame, type WebTools } from './web-parts';

/** A worker answers for all that is below its own address. */
const WORKER = '/offline-worker.js';
const OFFLINE = '/offline';
const AN_HOUR = 'public, max-age=3600';
/** What the page without a network is drawn with. */
const STYLES = ['nhsuk.css', 'web.css'];

export function appRoutes(tools: WebTools, assets: Assets): Route[] {
  const worker = `${assets.text('offline-worker.js')}\nkeep(${JSON.stringify([OFFLINE, ...STYLES.map((name) => assets.url(name))])});\n`;
  const manifest = JSON.stringify(manifestOf(tools, assets));
  const fixed = (path: string, type: string, body: string, cache: string): Route => ({
    method: 'GET',
    path,
    handle: async () => ({
      status: 200,
      headers: { 'content-type': type, 'cache-control': cache },
      body,
    }),
  });
  return [
    fixed('/app.webmanifest', 'application/manifest+json', manifest, AN_HOUR),
    // Looked for anew at each start, so that nobody keeps an old one.
    fixed(WORKER, 'text/javascript; charset=utf-8', worker, 'no-cache'),
    {
      method: 'GET',
      path: OFFLINE,
      // The same for everybody: it stays in browsers that are shared.
      handle: async () => {
        const helplines = await tools.directory.helplines();
        const lines = helplines.map((line) => ({ ...line, call: call(line.phone) }));
        const body = tools.render('web/templates/offline.njk', {
          ...frame(tools, undefined, undefined),
          helplines: lines,
        });
        return page(body);
      },
    },
  ];
}

const manifestOf = ({ signIn }: Pick<WebTools, 'signIn'>, assets: Assets) => ({
  id: '/',
  name: 'People Services Assistant',
  short_name: 'People help',
  description: 'Ask about working here, send requests to people services and follow them.',
  lang: 'en-GB',
  dir: 'ltr',
  start_url: signIn === 'off' ? '/policies' : '/',
  scope: '/',
  display: 'standalone',
  theme_color: '#005eb8',
  background_color: '#ffffff',
  categories: ['business', 'productivity'],
  icons: [192, 512].map((size) => ({
    src: assets.url(`app-icon-${size}.png`),
    sizes: `${size}x${size}`,
    type: 'image/png',
    // What matters stands in the middle: a phone may cut the corners off.
    purpose: 'any maskable',
  })),
});
