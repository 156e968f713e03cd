import { type Connector } from '../../dialogs/dispatch/connector';
import { type DispatchOptions, startDispatch } from '../../dialogs/dispatch/start-dispatch';
import { memoryOutbox } from '../fakes/memory-outbox';
import { scriptedAlarm } from '../fakes/scripted-alarm';
import { aRequest } from '../contracts/samples';

const noon = new Date('2027-01-05T12:00:00Z');
const delivered: Connector = { send: async () => ({ reference: 'D-2027-000001' }) };

function aWorker(connector: Connector, changes: Partial<DispatchOptions> = {}) {
  const outbox = memoryOutbox();
  const alarm = scriptedAlarm();
  const progress: string[] = [];
  const errors: unknown[] = [];
  const start = () =>
    startDispatch({
      outbox,
      connectors: new Map([['desk', connector]]),
      clock: () => noon,
      chance: () => 0.5,
      alarm,
      onProgress: ({ kind }) => progress.push(kind),
      onError: (error) => errors.push(error),
      ...changes,
    });
  return { outbox, alarm, progress, errors, start };
}

describe('the delivery worker', () => {
  it('delivers everything that is due, then rests', async () => {
    const worker = aWorker(delivered);
    for (const id of ['PS-000001', 'PS-000002', 'PS-000003']) {
      worker.outbox.post(aRequest({ id }), 'desk', noon);
    }

    const dispatch = worker.start();

    expect(await worker.alarm.resting()).toBe(30_000);
    expect(worker.progress).toEqual(['delivered', 'delivered', 'delivered']);
    await dispatch.stop();
  });

  it('delivers at once when it is woken', async () => {
    const worker = aWorker(delivered);
    const dispatch = worker.start();
    await worker.alarm.resting();

    worker.outbox.post(aRequest(), 'desk', noon);
    dispatch.wake();
    await worker.alarm.resting();

    expect(worker.progress).toEqual(['delivered']);
    await dispatch.stop();
  });

  it('rests only until the next delivery falls due', async () => {
    const worker = aWorker({ send: () => Promise.reject(new Error('down')) });
    worker.outbox.post(aRequest(), 'desk', noon);

    const dispatch = worker.start();

    expect(await worker.alarm.resting()).toBe(15_000);
    await dispatch.stop();
  });

  it('does not spin when what is due is on loan to somebody else', async () => {
    const outbox = memoryOutbox();
    const worker = aWorker(delivered, {
      outbox: { ...outbox, nextDue: async () => noon },
    });
    const dispatch = worker.start();

    expect(await worker.alarm.resting()).toBe(200);
    await dispatch.stop();
  });

  it('reports a broken outbox, pauses, and carries on when it is mended', async () => {
    const outbox = memoryOutbox();
    outbox.post(aRequest(), 'desk', noon);
    let broken = true;
    const worker = aWorker(delivered, {
      outbox: {
        ...outbox,
        claim: (now) => (broken ? Promise.reject(new Error('disk gone')) : outbox.claim(now)),
      },
    });
    const dispatch = worker.start();
    expect(await worker.alarm.resting()).toBe(5_000);
    expect(worker.errors).toHaveLength(1);

    broken = false;
    dispatch.wake();
    await worker.alarm.resting();

    expect(worker.progress).toEqual(['delivered']);
    await dispatch.stop();
  });

  it('is not held up by one receiver that hangs', async () => {
    let answer: (sent: { reference: string }) => void = () => undefined;
    const hanging: Connector = {
      send: () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    };
    const seen = new Promise<string>((resolve) => {
      const worker = aWorker(delivered, {
        connectors: new Map([
          ['slow', hanging],
          ['desk', delivered],
        ]),
        onProgress: ({ request }) => {
          resolve(request);
        },
      });
      worker.outbox.post(aRequest({ id: 'PS-000001' }), 'slow', new Date(0));
      worker.outbox.post(aRequest({ id: 'PS-000002' }), 'desk', noon);
      const dispatch = worker.start();
      void dispatch.stop();
    });

    expect(await seen).toBe('PS-000002');
    answer({ reference: 'late' });
  });

  it('finishes the delivery in hand when it is stopped, and begins no other', async () => {
    let answer: (sent: { reference: string }) => void = () => undefined;
    let began: () => void = () => undefined;
    const sending = new Promise<void>((resolve) => {
      began = resolve;
    });
    const worker = aWorker({
      send: () => {
        began();
        return new Promise((resolve) => {
          answer = resolve;
        });
      },
    });
    worker.outbox.post(aRequest({ id: 'PS-000001' }), 'desk', noon);
    const dispatch = worker.start();
    await sending;

    worker.outbox.post(aRequest({ id: 'PS-000002' }), 'desk', noon);
    const stopped = dispatch.stop();
    answer({ reference: 'D-2027-000001' });
    await stopped;

    expect(worker.outbox.look('PS-000001')).toMatchObject({ ended: 'settled' });
    expect(worker.outbox.look('PS-000002')).toMatchObject({ ended: undefined });
  });
});
