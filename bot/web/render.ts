/**
 * The renderer: nunjucks with the NHS.UK components, for every page of every room. A template is
 * compiled once: when it is first asked for, or all together right after the start.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import nunjucks from 'nunjucks';
import { wording } from '../wording';
import { readAssets, type Assets } from './assets';
import { QUIET_MS } from './sessions';

/** @param template its path below `bot`, such as `web/templates/chat.njk` */
export interface Render {
  (template: string, data: Readonly<Record<string, unknown>>): string;
  /** @throws Error where a template has a mistake */
  compileAll(): void;
}

const ROOMS = ['web', 'console'];
/** Templates name others only in quotes, so that all can be compiled before the first call. */
const NAMED = /(?:extends|import|from|include)\s+["']([^"']+\.njk)["']/g;

/**
 * In templates, `wording` is `bot/wording.ts` and `asset('chat.css')` is an address.
 * @param root the project's folder
 */
export function createRenderer(root: string, assets: Assets = readAssets(root)): Render {
  const loader = new nunjucks.FileSystemLoader(
    [path.join(root, 'bot'), path.join(root, 'node_modules', 'nhsuk-frontend', 'dist')],
    { watch: false, noCache: false },
  );
  const environment = new nunjucks.Environment(loader, {
    autoescape: true,
    trimBlocks: true,
    lstripBlocks: true,
  });
  environment.addGlobal('wording', wording);
  environment.addGlobal('quietSeconds', QUIET_MS / 1000);
  environment.addGlobal('asset', (name: string) => assets.url(name));
  const render = (template: string, data: Readonly<Record<string, unknown>>): string =>
    environment.render(template, data);
  return Object.assign(render, {
    compileAll: () => {
      compileAll(environment, loader, templatesBelow(root));
    },
  });
}

function templatesBelow(root: string): string[] {
  return ROOMS.flatMap((room) => {
    const folder = path.join(root, 'bot', room, 'templates');
    if (!existsSync(folder)) return [];
    return readdirSync(folder)
      .filter((name) => name.endsWith('.njk'))
      .map((name) => `${room}/templates/${name}`);
  });
}

function compileAll(
  environment: nunjucks.Environment,
  loader: nunjucks.FileSystemLoader,
  names: readonly string[],
): void {
  const waiting = [...names];
  const done = new Set<string>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (done.has(name)) continue;
    done.add(name);
    environment.getTemplate(name, true);
    const { src } = loader.getSource(name);
    waiting.push(...[...src.matchAll(NAMED)].flatMap(([, named]) => named ?? []));
  }
}
