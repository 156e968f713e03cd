import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDeskStore, type DeskStore } from '../../bot/desk/desk-store';
import { startDeskRetention } from '../../bot/desk/start-desk-retention';
import { createLog } from '../../bot/log';
import type { Loop } from '../../dialogs';
import { theDeskKeepsNothingForEver } from '../contracts/desk-retention';
import { aDeskRequest } from './a-desk-request';

// In PostgreSQL: see test/slow.
describe('what the desk keeps, in a file', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'desk-retention-'));
  const open: DeskStore[] = [];
  let files = 0;
  const openOne = async () => {
    const where = path.join(folder, String((files += 1)), 'desk.db');
    const desk = await openDeskStore({ kind: 'file', path: where });
    open.push(desk);
    return desk;
  };
  afterEach(async () => {
    await Promise.all(open.splice(0).map((desk) => desk.close()));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  theDeskKeepsNothingForEver(openOne);

  it('leaves the bytes of the file too', async () => {
    const desk = await openOne();
    const at = new Date('2026-11-05T12:00:00Z');
    const words = 'a reason that nobody must find again';
    const { reference } = await desk.accept(aDeskRequest({ summary: words }), at);
    const no = { status: 'declined', expected: 'received', by: 'Fern', note: words } as const;
    await desk.change(reference, no, at);
    const isOnDisk = () => {
      const home = path.join(folder, String(files));
      return readdirSync(home)
        .filter((name) => name.startsWith('desk.db'))
        .some((name) => readFileSync(path.join(home, name)).includes(words));
    };
    expect(isOnDisk()).toBe(true);

    await desk.retention.erase({ person: 'ana', organisations: ['fellbridge'], look: false }, at);
    expect(isOnDisk()).toBe(false);
  });
});

describe('the clock of the desk', () => {
  const loops: Loop[] = [];
  afterEach(async () => {
    await Promise.all(loops.splice(0).map((loop) => loop.stop()));
  });
  /** The first round that it makes at that time. */
  const roundAt = async (now: string, keepMonths: number) => {
    const asked: string[] = [];
    await new Promise<void>((resolve) => {
      const retention = {
        deleteEndedBefore: async (day: Date) => {
          asked.push(day.toISOString());
          return 0;
        },
        scrub: async () => {
          resolve();
        },
      };
      const clock = () => new Date(now);
      loops.push(startDeskRetention(retention, keepMonths, clock, createLog('silent')));
    });
    return asked;
  };

  it.each([
    ['2032-11-05T12:00:00.000Z', 72, '2026-11-05T12:00:00.000Z'],
    // Of a day that the month does not have, the last one: never more than was said.
    ['2028-02-29T12:00:00.000Z', 12, '2027-02-28T12:00:00.000Z'],
    ['2027-03-31T12:00:00.000Z', 13, '2026-02-28T12:00:00.000Z'],
  ])('on %s looks for what is older than %d months', async (now, months, before) => {
    expect(await roundAt(now, months)).toEqual([before]);
  });
});
