/** A real OpenID provider as a program of its own, and somebody who signs in there. */
import { spawn } from 'node:child_process';
import path from 'node:path';
import type { OpenIdSettings } from '../../bot/web/open-id';

export interface OpenIdProvider {
  readonly settings: OpenIdSettings;
  /**
   * Goes through the provider's pages as a browser does.
   *
   * @returns the address at which they come back to us
   */
  signIn(address: string, as: { tenant: string; objectId: string } | 'without-ids'): Promise<URL>;
  close(): void;
}

export async function startOpenIdProvider(): Promise<OpenIdProvider> {
  const file = path.join(__dirname, 'run-open-id-provider.mjs');
  const child = spawn(process.execPath, [file], { stdio: ['ignore', 'pipe', 'ignore'] });
  // It goes on writing notes: its output stays open.
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.once('data', (line: Buffer) => {
      resolve(line.toString().trim());
    });
    child.once('exit', reject);
  });
  child.stdout.resume();
  const settings = {
    issuer,
    clientId: 'assistant',
    clientSecret: 'made-up-client-secret',
    prompt: 'login',
  } as const;
  return {
    settings,
    signIn: (address, as) =>
      throughItsPages(address, as === 'without-ids' ? 'nobody' : `${as.tenant}|${as.objectId}`),
    close: () => child.kill(),
  };
}

async function throughItsPages(address: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  const visit = async (url: URL, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
      jar.set(name, value);
    }
    return response;
  };
  const { origin } = new URL(address);
  let at = new URL(address);
  let page = await visit(at);
  for (let steps = 0; steps < 10; steps += 1) {
    const location = page.headers.get('location');
    if (location !== null) {
      at = new URL(location, at);
      if (at.origin !== origin) return at;
      page = await visit(at);
    } else {
      page = await visit(at, { prompt: 'login', login, password: 'made-up' });
    }
  }
  throw new Error(`The provider did not send anybody back; the last page was ${at.href}.`);
}
