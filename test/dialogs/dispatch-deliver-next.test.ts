import { LOAN_MS } from '../../dialogs';
import { type Connector, Refused, TryLater } from '../../dialogs/dispatch/connector';
import { deliverNext, SEND_LIMIT_MS } from '../../dialogs/dispatch/deliver-next';
import { MAX_FAILURES, pauseAfter } from '../../dialogs/dispatch/pause-after';
import { memoryOutbox } from '../fakes/memory-outbox';
import { aRequest } from '../contracts/samples';

const noon = new Date('2027-01-05T12:00:00Z');
const id = aRequest().id;

function anOutboxWithOne() {
  const outbox = memoryOutbox();
  outbox.post(aRequest(), 'desk', noon);
  return outbox;
}

/** Every tool a delivery needs, with a connector that does what the test says. */
function toolsWith(send: Connector['send'], now = noon) {
  return {
    outbox: anOutboxWithOne(),
    connectors: new Map([['desk', { send }]]),
    clock: () => now,
    chance: () => 0.5,
  };
}

const failing = (error: Error) => (): Promise<never> =>
  Promise.reject(error); /* what a connector throws is unknown */

describe('making one delivery', () => {
  it('is idle when nothing is due', async () => {
    const tools = { ...toolsWith(failing(new Error())), outbox: memoryOutbox() };

    expect(await deliverNext(tools)).toEqual({ kind: 'idle' });
  });

  it('keeps the reference that the receiver gave, and sends the request id as the key', async () => {
    const keys: string[] = [];
    const tools = toolsWith(async (_, key) => {
      keys.push(key);
      return { reference: 'D-2027-000001' };
    });

    const progress = await deliverNext(tools);

    expect(progress).toMatchObject({ kind: 'delivered', request: id, reference: 'D-2027-000001' });
    expect(tools.outbox.look(id)).toMatchObject({ ended: 'settled', reference: 'D-2027-000001' });
    expect(keys).toEqual([id]);
  });

  it('parks at once what the receiver will never accept', async () => {
    const tools = toolsWith(failing(new Refused('It answered 422.')));

    expect(await deliverNext(tools)).toMatchObject({ kind: 'parked', reason: 'It answered 422.' });
    expect(tools.outbox.look(id)).toMatchObject({ ended: 'parked' });
  });

  it('tries again later when the receiver is not well', async () => {
    const tools = toolsWith(failing(new TryLater('It answered 500.')));

    const progress = await deliverNext(tools);

    expect(progress).toMatchObject({ kind: 'retrying', reason: 'It answered 500.' });
    expect(tools.outbox.look(id)).toMatchObject({ failures: 1, due: noon.getTime() + 15_000 });
  });

  it('waits as long as the receiver asks', async () => {
    const tools = toolsWith(failing(new TryLater('It answered 429.', 120_000)));

    await deliverNext(tools);

    expect(tools.outbox.look(id)).toMatchObject({ due: noon.getTime() + 120_000 });
  });

  it(`leaves it to a person after ${MAX_FAILURES} failures, and not before`, async () => {
    const tools = toolsWith(failing(new TryLater('It answered 503.')));
    const kinds: string[] = [];
    for (let hour = 0; hour < MAX_FAILURES; hour++) {
      const now = new Date(noon.getTime() + hour * 2 * 60 * 60_000);
      kinds.push((await deliverNext({ ...tools, clock: () => now })).kind);
    }

    expect(kinds).toEqual([...Array<string>(MAX_FAILURES - 1).fill('retrying'), 'parked']);
  });

  it('does not wait for ever for a connector that hangs', async () => {
    const tools = { ...toolsWith(() => new Promise(() => undefined)), sendLimitMs: 1 };

    expect(await deliverNext(tools)).toMatchObject({ kind: 'retrying' });
  });

  it('gives up long before the loan lapses, so that nobody else sends at the same time', () => {
    expect(SEND_LIMIT_MS * 2).toBeLessThan(LOAN_MS);
  });

  it('keeps a delivery whose connector is not set up', async () => {
    const tools = { ...toolsWith(failing(new Error())), connectors: new Map() };

    expect(await deliverNext(tools)).toMatchObject({
      kind: 'retrying',
      reason: 'No connector is set up for "desk"; add it to the settings.',
    });
  });

  it('never repeats the words of a stranger’s error, which may name a person', async () => {
    const tools = toolsWith(failing(new TypeError('Ana Pires is not in the directory')));

    expect(await deliverNext(tools)).toMatchObject({
      reason: 'Unexpected TypeError while sending.',
    });
  });

  it('sends the same key again when the outbox failed after the sending', async () => {
    const keys: string[] = [];
    const tools = toolsWith(async (_, key) => {
      keys.push(key);
      return { reference: 'D-2027-000001' };
    });
    const broken = { ...tools.outbox, settle: failing(new Error('disk full')) };
    await expect(deliverNext({ ...tools, outbox: broken })).rejects.toThrow('disk full');

    const later = new Date(noon.getTime() + LOAN_MS + 1);
    await deliverNext({ ...tools, clock: () => later });

    expect(keys).toEqual([id, id]);
    expect(tools.outbox.look(id)).toMatchObject({ ended: 'settled' });
  });
});

describe('the pause before another try', () => {
  it('grows with each failure, up to an hour', () => {
    const pauses = [0, 1, 2, 3, 4, 5].map((failures) => pauseAfter(failures, undefined, 0.5));

    expect(pauses).toEqual([15_000, 60_000, 240_000, 960_000, 3_600_000, 3_600_000]);
  });

  it('is spread by chance, so that tries do not all come at once', () => {
    expect([pauseAfter(1, undefined, 0), pauseAfter(1, undefined, 1)]).toEqual([45_000, 75_000]);
  });

  it('is never shorter than the receiver asked, and never longer than a day', () => {
    expect(pauseAfter(0, 20_000, 0)).toBe(20_000);
    expect(pauseAfter(0, 10 ** 12, 0)).toBe(24 * 60 * 60_000);
  });
});
