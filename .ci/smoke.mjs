/** Starts the built product on a free port, asks it a question as a browser would, and checks the citation. */
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const data = mkdtempSync(path.join(tmpdir(), 'people-services-smoke-'));
const child = spawn(process.execPath, ['dist/main.js'], {
  env: { ...process.env, PORT: '0', DATA_DIR: data, LOG_LEVEL: 'warn' },
  stdio: ['ignore', 'pipe', 'inherit'],
});

/** The address is in the first lines that the product prints. */
async function address() {
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    const found = /http:\/\/localhost:\d+/.exec(printed);
    if (found) return found[0];
  }
  throw new Error(`The product ended before it was ready:\n${printed}`);
}

const valueIn = (page, name) => {
  const found = new RegExp(`name="${name}" value="([^"]+)"`).exec(page);
  assert.ok(found, `the page has no field "${name}"`);
  return found[1];
};
const cookiesOf = (reply) =>
  reply.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');

try {
  const url = await address();
  const choosing = await fetch(`${url}/who`);
  const signedIn = await fetch(`${url}/who`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: url, cookie: cookiesOf(choosing) },
    body: new URLSearchParams({ person: 'ana-pires', key: valueIn(await choosing.text(), 'key') }),
  });
  const cookie = cookiesOf(signedIn);
  assert.equal(signedIn.headers.get('location'), '/chat', `signing in answered ${signedIn.status}`);
  const page = await (await fetch(`${url}/chat`, { headers: { cookie } })).text();
  const reply = await fetch(`${url}/chat`, {
    method: 'POST',
    headers: { cookie, origin: url },
    body: new URLSearchParams({
      text: 'how many days leave after 6 years',
      message: valueIn(page, 'message'),
      key: valueIn(page, 'key'),
    }),
  });
  const chat = await reply.text();
  assert.match(chat, /29 days/);
  assert.match(
    chat,
    /\/policies\/annual-leave-and-bank-holidays#annual-leave-and-bank-holidays\.1/,
  );
  const clause = await (await fetch(`${url}/policies/annual-leave-and-bank-holidays`)).text();
  assert.match(clause, /id="annual-leave-and-bank-holidays\.1"/);
  process.stdout.write('The built product answered with a citation that opens its clause.\n');
} finally {
  child.kill('SIGTERM');
  await new Promise((resolve) => child.once('exit', resolve));
  rmSync(data, { recursive: true, force: true });
}
