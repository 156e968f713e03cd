/**
 * Assets: styles, scripts and icons, read and squeezed once at start and served from memory.
 *
 * Pages name them with a hash of their content (`/assets/chat.css?v=…`), so a browser keeps them
 * for a year and still never shows an old one.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { HttpRequest, HttpResponse, Route } from '../http/route';

export interface Assets {
  readonly routes: readonly Route[];
  /** The address of an asset by its name, such as `chat.css`. @throws Error where there is none of that name */
  url(name: string): string;
  /** What a text asset says. @throws Error where there is none of that name */
  text(name: string): string;
}

interface Asset {
  readonly name: string;
  readonly type: string;
  readonly body: Buffer;
  /** Undefined for pictures, which are squeezed already. */
  readonly zipped: Buffer | undefined;
  readonly hash: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.ico': 'image/x-icon',
  '.png': 'image/png',
};
const A_YEAR = 'public, max-age=31536000, immutable';
const AN_HOUR = 'public, max-age=3600';
const HASH_LENGTH = 16;

/** Remote fonts would tell another server who reads what, and are licensed for nhs.uk addresses only. */
const REMOTE_FONT = /@font-face\s*\{[^}]*https:[^}]*\}/g;

/** @throws Error where two rooms give their asset the same name, or a package is missing */
export function readAssets(root: string): Assets {
  const nhsuk = path.join(root, 'node_modules', 'nhsuk-frontend', 'dist', 'nhsuk');
  const files: readonly (readonly [name: string, file: string])[] = [
    ['nhsuk.css', path.join(nhsuk, 'nhsuk-frontend.min.css')],
    ...filesIn(path.join(nhsuk, 'assets', 'images')).map(
      ([name, file]) => [`images/${name}`, file] as const,
    ),
    ...filesIn(path.join(root, 'bot', 'web', 'assets')),
    ...filesIn(path.join(root, 'bot', 'console', 'assets')),
  ];
  const assets = new Map<string, Asset>();
  for (const [name, file] of files) {
    if (assets.has(name)) throw new Error(`Two assets are called "${name}". Rename one of them.`);
    assets.set(name, readAsset(name, file));
  }
  const named = (name: string): Asset => {
    const asset = assets.get(name);
    if (asset === undefined) throw new Error(`There is no asset called "${name}".`);
    return asset;
  };
  return {
    routes: [...assets.values()].map(routeOf),
    url: (name) => `/assets/${name}?v=${named(name).hash}`,
    text: (name) => named(name).body.toString('utf8'),
  };
}

function filesIn(folder: string): readonly (readonly [string, string])[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => path.extname(name) in TYPES)
    .map((name) => [name, path.join(folder, name)] as const);
}

function readAsset(name: string, file: string): Asset {
  const type = TYPES[path.extname(name)] ?? 'application/octet-stream';
  const read = readFileSync(file);
  const isText = !type.endsWith('png') && !type.endsWith('icon');
  const body = isText ? Buffer.from(read.toString('utf8').replace(REMOTE_FONT, '')) : read;
  return {
    name,
    type,
    body,
    zipped: isText ? gzipSync(body) : undefined,
    hash: createHash('sha256').update(body).digest('hex').slice(0, HASH_LENGTH),
  };
}

const routeOf = (asset: Asset): Route => ({
  method: 'GET',
  path: `/assets/${asset.name}`,
  handle: async (request) => serve(asset, request),
});

function serve(asset: Asset, { query, headers }: HttpRequest): HttpResponse {
  const etag = `"${asset.hash}"`;
  const always = {
    'content-type': asset.type,
    'cache-control': query.get('v') === asset.hash ? A_YEAR : AN_HOUR,
    etag,
    vary: 'accept-encoding',
  };
  if (headers['if-none-match']?.includes(etag)) return { status: 304, headers: always };
  const canUnzip = /\bgzip\b/.test(headers['accept-encoding'] ?? '');
  if (asset.zipped !== undefined && canUnzip) {
    return { status: 200, headers: { ...always, 'content-encoding': 'gzip' }, body: asset.zipped };
  }
  return { status: 200, headers: always, body: asset.body };
}
