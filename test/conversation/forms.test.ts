/** A request filled in as a form: the same request, the same checks, and nothing sent by the form. */
import { Reply, plainReply } from '../../bot/conversation/reply';
import { waysOf } from '../../bot/conversation/show-form';
import type { Press, Said } from '../../bot/conversation/turn';
import { wording } from '../../bot/wording';
import { openStage, type Stage } from '../golden/stage';

const AT = new Date('2026-11-23T09:00:00Z');

describe('a request as a form', () => {
  let stage: Stage;
  let count = 0;
  const say = (said: Said) => stage.say(said, `m${(count += 1)}`, AT);
  const type = (text: string) => say({ kind: 'text', text });
  const press = (label: string) => say(stage.pressed(label));
  const send = (changes: Readonly<Record<string, string>>) =>
    say(stage.filledIn('fill-in', changes));
  const labels = (reply: Reply) => [...reply.buttons, ...waysOf(reply)].map(({ label }) => label);
  /** The form that is to be sent in later, when the request has changed. */
  const kept = (changes: Readonly<Record<string, string>>) => stage.filledIn('fill-in', changes);
  const DAYS = { firstDay: '2027-05-03', lastDay: '2027-05-07' };

  beforeEach(async () => {
    stage = await openStage('ana-pires');
  }, 60_000);
  afterEach(() => stage.close());

  describe('is offered', () => {
    it('at the start, where two things or more are to be told', async () => {
      expect(labels(await type('i want to book annual leave'))).toContain(wording.form.instead);
    });

    it('not where one answer will do', async () => {
      expect(labels(await type('book me off from 3 may'))).not.toContain(wording.form.instead);
    });

    it('when an answer was not understood, and when something is to change', async () => {
      await type('i want to book annual leave');
      expect(labels(await type('31 june'))).toContain(wording.form.instead);
      await type('3 to 7 may');
      expect(labels(await type('no'))).toContain(wording.form.instead);
    });

    it('not with each question', async () => {
      await type('i want to book annual leave');
      expect(labels(await type('from 3 may'))).not.toContain(wording.form.instead);
    });

    it('again to who comes back to it', async () => {
      await type('i want to book annual leave');
      await type('thanks');
      expect(labels(await type('carry on'))).toContain(wording.form.instead);
    });
  });

  it.each([wording.form.instead, 'form', 'can i fill in a form instead please'])(
    'opens when “%s” is typed',
    async (words) => {
      await type('i want to book annual leave');
      const reply = await type(words);

      expect(reply.form).toMatchObject({ kind: 'open', title: 'Book annual leave' });
    },
  );

  it('is read back, and sent only when the person says yes', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const read = await send(DAYS);
    expect(read.request?.stage).toBe('confirming');
    expect(read.text).toContain('Monday 3 May to Friday 7 May 2027');

    expect((await press(wording.request.send)).request).toMatchObject({ stage: 'submitted' });
  });

  it('sends nothing for a “yes” while it is open, also after a read-back', async () => {
    await type('book me off 3 to 7 may');
    await type('no');
    await press(wording.form.instead);
    const reply = await type('yes');

    expect(reply.text).toContain(wording.request.notSentYet);
    expect(reply.form?.kind).toBe('open');
  });

  it('makes the button of an older read-back old, once a value changed', async () => {
    const read = await type('book me off 3 to 7 may');
    await type('form');
    await send({ lastDay: '2027-05-06' });
    const old = await say({ kind: 'press', press: read.buttons[0]!.press });

    expect(old.text).toContain(wording.request.oldButton);
    expect(old.text).toContain('to Thursday 6 May 2027');
  });

  it('sent in twice is one request, read back once more under the same button', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const form = kept(DAYS);
    const first = await say(form);
    const second = await say(form);

    expect(second.text).toContain(wording.form.old);
    expect(second.buttons[0]).toEqual(first.buttons[0]);
  });

  it('is not used once the request has changed, and says so', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const form = kept(DAYS);
    await type('10 to 14 may');
    const reply = await say(form);

    expect(reply.text).toContain(wording.form.old);
    expect(reply.request?.fields).toEqual({ firstDay: '2027-05-10', lastDay: '2027-05-14' });
  });

  it('is not used once the request was sent or cancelled', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const form = kept(DAYS);
    await press('Cancel');
    expect((await say(form)).text).toContain(wording.form.gone);

    await type('book me off 10 to 14 may');
    await type('form');
    const sent = kept({});
    await say(sent);
    await press(wording.request.send);
    expect((await say(sent)).text).toContain('That is already sent');
  });

  it('of somebody else changes nothing of theirs', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const form = kept(DAYS);
    await stage.become('tom-okafor', AT);

    expect((await say(form)).text).toContain(wording.form.gone);
    expect(await stage.stored()).not.toContain('2027-05-07');
  });

  it('with a field that the service does not have is shown again, and not used', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const reply = await send({ ...DAYS, salary: '100000' });

    expect(reply).toMatchObject({ text: wording.form.another, request: { fields: {} } });
    expect(reply.form?.kind).toBe('open');
    expect(await stage.stored()).not.toContain('100000');
  });

  it('stays where it is for a word in between', async () => {
    await type('i want to book annual leave');
    const { form } = await press(wording.form.instead);

    expect((await type('thanks')).form).toEqual(form);
    expect((await type('how long does it take?')).form).toEqual(form);
    expect((await send(DAYS)).request?.stage).toBe('confirming');
  });

  it('leads back to the chat with what was written', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const reply = await say(stage.filledIn('leave-form', { firstDay: '2027-05-03' }));

    expect(reply).toMatchObject({ form: null, request: { fields: { firstDay: '2027-05-03' } } });
    expect(reply.text).toBe('And the last day?');
  });

  it('names a person to ask, where it was wrong three times', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    await send({ firstDay: 'x' });
    await send({ firstDay: 'y' });
    const reply = await send({ firstDay: 'z' });

    expect(reply.text).toContain('A person can help');
    expect(reply.form?.kind).toBe('open');
  });

  it.each([
    ['life at risk', 'i want to end my life', '116 123'],
    ['a disclosure', 'my manager groped me in the stock room', 'Freedom to Speak Up'],
  ])('with %s in it goes to people, and keeps none of its words', async (_what, note, told) => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const reply = await send({ ...DAYS, note });
    expect(reply.outcome).toBe('signposted');
    expect(reply.text).toContain(told);

    const stored = await stage.stored();
    expect(stored).not.toContain(note);
    expect(stored).not.toContain('2027-05-07');
    expect((await type('form')).form?.kind).toBe('open');
  });

  it('keeps no bank details', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    const reply = await send({ ...DAYS, note: 'pay my account 12345678' });

    expect(JSON.stringify(reply.form)).toContain('do not write bank details');
    expect(await stage.stored()).not.toContain('12345678');
  });

  it('is no more than its own words in the transcript', async () => {
    await type('i want to book annual leave');
    await press(wording.form.instead);
    await send(DAYS);

    expect(await stage.stored()).toContain(wording.form.filledIn);
  });
});

describe('a reply that was stored before there were forms', () => {
  it('loads without one', () => {
    const { form, ...before } = plainReply({ outcome: 'answered', text: 'Yes.' });

    expect(form).toBeNull();
    expect(Reply.parse(before).form).toBeNull();
  });
});

describe('in the terminal', () => {
  it('no form is offered', async () => {
    const stage = await openStage('nobody fellbridge');
    const press: Press = { kind: 'start', service: 'book-annual-leave' };
    const reply = await stage.say({ kind: 'press', press }, 'm1', AT, 'terminal');
    await stage.close();

    expect(reply).toMatchObject({ request: { stage: 'asking' }, form: null });
  });
});
