/** The second door, for staff without Teams: the web chat, and the policy pages that are open to all. */
import type { Route } from '../http/route';
import { appRoutes } from './app-routes';
import { readAssets } from './assets';
import { chatRoutes } from './chat-routes';
import { closedRoutes } from './closed-routes';
import { documentRoutes } from './document-routes';
import { fileRoutes } from './file-routes';
import { helpRoutes } from './help-routes';
import { policyRoutes } from './policy-routes';
import { createRenderer } from './render';
import { mayEnter } from './may-enter';
import { ownDataRoutes } from './own-data-routes';
import { signInRoutes } from './sign-in-routes';
import type { WebParts, WebTools } from './web-parts';

/**
 * Reads templates and assets, once.
 *
 * @throws Error that names the template or asset that is wrong
 */
export function webRoutes(parts: WebParts): Route[] {
  const assets = parts.assets ?? readAssets(parts.root);
  const render = parts.render ?? createRenderer(parts.root, assets);
  const tools: WebTools = { ...parts, render };
  const { signIn } = tools;
  const chat =
    signIn === 'off'
      ? closedRoutes(tools)
      : [
          ...signInRoutes(tools, signIn),
          ...chatRoutes(tools),
          ...fileRoutes(tools),
          ...ownDataRoutes(tools),
        ].map(mayEnter(tools));
  return [
    ...chat,
    ...policyRoutes(tools),
    ...documentRoutes(tools),
    ...helpRoutes(tools),
    ...appRoutes(tools, assets),
    ...assets.routes,
  ];
}
