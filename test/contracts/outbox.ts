import { LOAN_MS, type Outbox, type Request, type RequestLog } from '../../dialogs';
import { aRequest, later, MINUTE, noon } from './samples';

export interface OutboxUnderTest {
  readonly outbox: Outbox;
  readonly requestLog: RequestLog;
  /** Confirms the request as a turn at noon does. */
  confirm(request: Request, system: string): Promise<void>;
}

/** What every outbox must do, whatever it is made of. */
export function itIsAnOutbox(open: () => Promise<OutboxUnderTest>): void {
  const holding = async (...requests: readonly Request[]): Promise<OutboxUnderTest> => {
    const under = await open();
    for (const request of requests) await under.confirm(request, 'desk');
    return under;
  };
  const kinds = async ({ requestLog }: OutboxUnderTest): Promise<string[] | undefined> =>
    (await requestLog.find(aRequest().id))?.events.map(({ kind }) => kind);

  it('lends a delivery to one worker at a time', async () => {
    const { outbox } = await holding(aRequest());

    const [first, second] = [await outbox.claim(noon), await outbox.claim(noon)];

    expect(first).toEqual({ request: aRequest(), system: 'desk', failures: 0 });
    expect(second).toBeUndefined();
  });

  it('lends it to one of several workers who ask at the same moment', async () => {
    const { outbox } = await holding(
      aRequest(),
      aRequest({ id: 'PS-000001', draft: 'draft-2' }),
      aRequest({ id: 'PS-000002', draft: 'draft-3' }),
    );

    const lent = await Promise.all([1, 2, 3, 4, 5, 6].map(() => outbox.claim(noon)));
    const rest = [await outbox.claim(noon), await outbox.claim(noon), await outbox.claim(noon)];

    const ids = [...lent, ...rest].flatMap((delivery) => delivery?.request.id ?? []);
    expect(ids.sort()).toEqual(['PS-000001', 'PS-000002', 'PS-7F3K9Q']);
  });

  it('offers it again when a worker dies holding it', async () => {
    const { outbox } = await holding(aRequest());
    await outbox.claim(noon);

    expect(await outbox.claim(later(LOAN_MS - 1))).toBeUndefined();
    expect(await outbox.nextDue()).toEqual(later(LOAN_MS));
    expect(await outbox.claim(later(LOAN_MS))).toMatchObject({ request: { id: 'PS-7F3K9Q' } });
  });

  it('waits before it tries again, and counts the failures', async () => {
    const { outbox } = await holding(aRequest());
    await outbox.claim(noon);
    await outbox.retryAt('PS-7F3K9Q', later(5 * MINUTE), 'HTTP 503');

    expect(await outbox.nextDue()).toEqual(later(5 * MINUTE));
    expect(await outbox.claim(later(4 * MINUTE))).toBeUndefined();
    expect(await outbox.claim(later(5 * MINUTE))).toMatchObject({ failures: 1 });
  });

  it('records that the receiver has it, once, with its reference', async () => {
    const under = await holding(aRequest());
    await under.outbox.claim(noon);
    await under.outbox.settle('PS-7F3K9Q', 'ESR-42', later(1));
    await under.outbox.settle('PS-7F3K9Q', 'ESR-42', later(2));
    await under.outbox.retryAt('PS-7F3K9Q', noon, 'a late complaint of another worker');
    await under.outbox.park('PS-7F3K9Q', 'a late complaint of another worker', later(3));

    expect(await kinds(under)).toEqual(['sent', 'received']);
    expect(await under.requestLog.find('PS-7F3K9Q')).toMatchObject({
      events: [{}, { receiverReference: 'ESR-42', at: later(1).toISOString() }],
    });
    expect(await under.outbox.claim(later(60 * MINUTE))).toBeUndefined();
    expect(await under.outbox.nextDue()).toBeUndefined();
  });

  it('records "received" once where the receiver’s own feed told of it first', async () => {
    const under = await holding(aRequest());
    await under.outbox.claim(noon);
    await under.requestLog.record('desk', 1, {
      request: 'PS-7F3K9Q',
      kind: 'received',
      at: noon.toISOString(),
      by: null,
      note: null,
      receiverReference: 'ESR-42',
    });
    await under.outbox.settle('PS-7F3K9Q', 'ESR-42', later(1));

    expect(await kinds(under)).toEqual(['sent', 'received']);
    expect(await under.outbox.nextDue()).toBeUndefined();
  });

  it('parks what cannot be delivered, where a person sees it', async () => {
    const under = await holding(aRequest());
    await under.outbox.claim(noon);
    await under.outbox.park('PS-7F3K9Q', 'the desk refused it', later(1));
    await under.outbox.park('PS-7F3K9Q', 'the desk refused it', later(2));

    expect(await kinds(under)).toEqual(['sent', 'parked']);
    expect(await under.outbox.claim(later(60 * MINUTE))).toBeUndefined();
  });

  it('lets what was parked go again, once, as if it had never failed', async () => {
    const { outbox } = await holding(aRequest());
    await outbox.claim(noon);
    expect(await outbox.replay('PS-7F3K9Q', later(1))).toBe(false);
    await outbox.park('PS-7F3K9Q', 'the desk refused it', later(1));

    const pressed = await Promise.all([1, 2].map(() => outbox.replay('PS-7F3K9Q', later(2))));

    expect(pressed.sort()).toEqual([false, true]);
    expect(await outbox.claim(later(2))).toMatchObject({ request: aRequest(), failures: 0 });
    await outbox.settle('PS-7F3K9Q', 'ESR-42', later(3));
    expect(await outbox.replay('PS-7F3K9Q', later(4))).toBe(false);
  });

  it('has nothing due where nothing was promised', async () => {
    const { outbox } = await open();

    expect(await outbox.nextDue()).toBeUndefined();
    expect(await outbox.claim(noon)).toBeUndefined();
  });
}
