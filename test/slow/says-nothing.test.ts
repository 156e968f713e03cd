import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROOT = path.join(__dirname, '..', '..');
/** More than one address may make in a minute. */
const TOO_MANY = 650;

describe('a call that is turned away because there were too many', () => {
  it('is written down nowhere: its address may hold words or codes', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'says-nothing-'));
    const child = spawn(process.execPath, [path.join(ROOT, 'dist', 'main.js')], {
      env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: folder },
    });
    const ended = new Promise((resolve) => child.once('exit', resolve));
    let written = '';
    const port = await new Promise<string>((resolve) => {
      const keep = (text: Buffer) => {
        written += text.toString();
        const found = /http:\/\/localhost:(\d+)/.exec(written)?.[1];
        if (found !== undefined) resolve(found);
      };
      child.stdout.on('data', keep);
      child.stderr.on('data', keep);
    });
    const url = `http://127.0.0.1:${port}/health?code=a-secret`;
    const statuses: number[] = [];
    for (let call = 0; call < TOO_MANY; call += 1) statuses.push((await fetch(url)).status);
    child.kill();
    await ended;
    rmSync(folder, { recursive: true });

    expect(statuses).toContain(429);
    expect(written).not.toContain('a-secret');
  }, 60_000); // a whole program is started, perhaps beside much else
});
