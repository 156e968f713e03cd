import { startAsking, type AskingOptions } from '../../dialogs/follow/start-asking';
import type { Reports } from '../../dialogs/follow/reports';
import type { StatusSource } from '../../dialogs/follow/status-source';
import { TryLater } from '../../dialogs/dispatch/connector';
import { aReport } from '../contracts/reports';
import { noon } from '../contracts/samples';
import { scriptedAlarm } from '../fakes/scripted-alarm';

/** As much of a store as the loop asks for; test/contracts/reports.ts holds what a real one must do. */
function aStore(...due: readonly (readonly string[])[]) {
  const waiting = [...due];
  const recorded: string[] = [];
  const reports: Reports = {
    toAsk: async () => waiting.shift() ?? [],
    record: async ({ request }) => {
      recorded.push(request);
      return { kind: 'recorded', events: [] };
    },
  };
  return { reports, recorded };
}

function anAsker(
  ask: StatusSource['ask'],
  due: readonly (readonly string[])[],
  changes: Partial<AskingOptions> = {},
) {
  const alarm = scriptedAlarm();
  const errors: unknown[] = [];
  const store = aStore(...due);
  const loop = startAsking({
    source: { system: 'servicenow', batch: 2, everyMs: 300_000, ask },
    reports: store.reports,
    clock: () => noon,
    onNews: () => undefined,
    onOdd: () => undefined,
    onError: (error) => errors.push(error),
    alarm,
    ...changes,
  });
  return { ...store, alarm, errors, loop };
}

const tellsAll: StatusSource['ask'] = async (requests) =>
  requests.map((request) => aReport({ request }));

describe('the worker that asks how requests stand', () => {
  it('asks a few at a time, and rests a little while there are more', async () => {
    const full = ['PS-000001', 'PS-000002'];
    const { alarm, recorded, loop } = anAsker(tellsAll, [full, ['PS-000003']]);

    expect(await alarm.resting()).toBe(1_000);
    expect(recorded).toEqual(full);
    alarm.ring();
    expect(await alarm.resting()).toBe(15_000);
    expect(recorded).toEqual([...full, 'PS-000003']);
    await loop.stop();
  });

  it('asks nobody while nothing is due', async () => {
    const { alarm, loop } = anAsker(() => Promise.reject(new Error('asked')), []);

    expect(await alarm.resting()).toBe(15_000);
    await loop.stop();
  });

  it('waits longer after each failure, and at least as long as it is asked to', async () => {
    const failures = [new TryLater('away'), new Error('broken'), new TryLater('busy', 7_200_000)];
    const fails: StatusSource['ask'] = () => Promise.reject(failures.shift() ?? new Error('more'));
    const { alarm, errors, loop } = anAsker(fails, [['PS-000001'], ['PS-000001'], ['PS-000001']]);

    const rests = [];
    for (let round = 0; round < 3; round += 1) {
      rests.push(await alarm.resting());
      alarm.ring();
    }

    expect(rests).toEqual([30_000, 60_000, 7_200_000]);
    expect(errors).toHaveLength(3);
    await loop.stop();
  });
});
