import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { deskClient } from '../../bot/desk/desk-client';
import { deskConnector } from '../../dialogs/dispatch/connectors/desk-connector';
import { aRequest } from '../contracts/samples';
import { describeRequest } from '../support/open-desk';
import { nothingKept } from '../support/some-files';
import { bundlePrograms, type Program, runProgram } from '../support/programs';

const { signal } = new AbortController();
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'desk-'));
  await bundlePrograms(folder, '../../bot/desk/main');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Starts it as a person would who has set nothing, and reads what it tells them. */
async function startDesk(): Promise<{ program: Program; url: string; secret: string }> {
  const settings = { DESK_PORT: '0', DESK_DATA_DIR: path.join(folder, 'data') };
  const program = runProgram(folder, 'main', [], settings);
  const url = (await program.line()).replace('The desk is at ', '');
  const secret = (await program.line()).replace('DESK_SECRET=', '');
  return { program, url, secret };
}

describe('the desk as a process of its own', () => {
  it('takes requests from whoever holds its secret, keeps them, and ends tidily', async () => {
    const first = await startDesk();
    const request = aRequest();
    const { reference } = await deskConnector({
      ...first,
      describe: describeRequest,
      readFile: nothingKept,
    }).send({ request, system: 'desk', failures: 0 }, request.id, signal);
    expect(await first.program.end()).toBe(0);

    const again = await startDesk();
    const seen = deskClient(again).list({ organisations: ['fellbridge'] }, signal);

    expect(await seen).toMatchObject({ requests: [{ key: request.id, reference }] });
    await again.program.kill();
  });

  it('lets nobody in without it', async () => {
    const { program, url } = await startDesk();
    const stranger = deskClient({ url, secret: 'guessed' });

    await expect(stranger.read('D-2026-000001', signal)).rejects.toThrow('DESK_SECRET');
    await program.kill();
  });

  it('does not start in production without a secret that both sides know', async () => {
    const program = runProgram(folder, 'main', [], { NODE_ENV: 'production' });

    await expect(program.line()).rejects.toThrow('DESK_SECRET: must be set in production');
  });
});
