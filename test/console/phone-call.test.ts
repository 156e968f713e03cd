import { aCommit } from '../contracts/samples';
import { directory } from '../support/directory';
import { talkOn } from '../support/talk-on-stores';
import { bodyOf, field } from '../web/a-browser';
import { converse } from './a-conversation';
import { atThePhone, PHONE } from './at-the-phone';
import { MINUTE } from './open-console';

describe('a call for help by phone', () => {
  const { here, fern, signedIn, calling, send, say, press, told, audits } = atThePhone();

  it('answers as though the caller asked', async () => {
    const path = await calling();

    const shown = await say(path, 'how much annual leave do i get');

    expect(shown).toContain('<strong>29 days</strong>');
    expect(shown).toContain('Ana · ');
    expect(shown).not.toContain('Did this sort it');
  });

  it('reads back, sends on the caller’s yes, and names both to all', async () => {
    await converse(here().stores, [{ said: 'hello' }]);
    await here().stores.conversations.commit(greeting('grace-adeyemi'));
    const path = await calling();

    expect(await say(path, 'book me off 3 to 7 may')).toContain('Read this to Ana, word for word.');
    expect(await press(path, 'Yes, send it')).toMatchObject({ status: 303 });

    expect(bodyOf(await fern().get(path))).toContain('your manager, Grace Adeyemi');
    const [{ request, events } = {}] = await here().stores.requestLog.ofPerson('ana-pires', 5);
    expect(request).toMatchObject({
      requestedBy: 'ana-pires',
      byPhone: { helper: 'fern-lacey', name: 'Fern Lacey' },
    });
    expect(events).toMatchObject([{ kind: 'sent', by: 'Fern Lacey', to: 'grace-adeyemi' }]);
    const [, sent] = await told();
    expect(sent?.text).toContain('**Sent for you by phone**, through Fern Lacey');
    expect(sent?.buttons).toEqual([
      { label: 'Withdraw it', press: { kind: 'ask-withdraw', request: request?.id } },
    ]);
    const [asked] = await told('web:grace-adeyemi');
    expect(asked?.text).toContain('It was asked by phone, through Fern Lacey of people services.');
    expect((await audits())[0]).toEqual(['fern-lacey', 'sent-by-phone', request?.id]);
    const olu = bodyOf(await (await signedIn('olu-martins')).get('/console/audit'));
    expect(olu).toMatch(/Fern Lacey.*Sent a request for a caller.*Call HP-\w+ with Ana Pires/);
  });

  it('neither shows nor changes what the caller has in their own chat', async () => {
    const ana = talkOn(here().stores);
    const person = await theirs('ana-pires');
    const inChat = (text: string, message: string) =>
      ana(
        {
          door: 'web',
          conversation: 'web:ana-pires',
          message,
          speaker: { kind: 'person', person },
          said: { kind: 'text', text },
          at: here().now(),
        },
        null,
        new AbortController().signal,
      );
    await inChat('book me off 10 to 14 may', 'm1');
    const path = await calling();

    for (const words of ['carry on', 'my requests', 'what awaits me', 'delete my conversations'])
      expect(await say(path, words)).not.toMatch(/10 May|14 May|have deleted/);
    await say(path, 'book me off 3 to 7 june');
    await send(path, { do: 'end' });

    const { reply } = await inChat('carry on', 'm2');
    expect(reply.text).toContain('Monday 10 May to Friday 14 May');
    expect(await here().stores.requestLog.ofPerson('ana-pires', 5)).toEqual([]);
  });

  it('shows nothing of a call to a colleague, nor to anybody once it has ended', async () => {
    const path = await calling();
    await say(path, 'how much annual leave do i get');
    const kofi = await signedIn('kofi-mensah-reid');

    for (const page of [await kofi.get(path), await send(path, { text: 'hello' }, kofi)]) {
      expect(bodyOf(page)).toContain('This call has ended');
      expect(page.text).not.toMatch(/Ana Pires|annual leave/);
    }
    expect(bodyOf(await send(path, { do: 'end' }))).toContain('This call has ended');
    expect(bodyOf(await fern().get(path))).not.toContain('annual leave');
    expect((await send(path, { text: 'a long story' })).text).toMatch(
      /This call has ended[^]*a long story/,
    );
  });

  it('is over after four hours that nobody ended', async () => {
    const path = await calling();
    here().wait(240 * MINUTE);
    await fern().signIn('fern-lacey');

    expect(bodyOf(await fern().get(path))).toContain('This call has ended');
    expect(bodyOf(await fern().get(PHONE))).not.toContain('You are on the phone');
  });

  it('keeps nothing that was begun in a call which nobody ended, once it is over', async () => {
    const path = await calling();
    await say(path, 'book me off 3 to 7 may');
    here().wait(240 * MINUTE);
    await fern().signIn('fern-lacey');
    await fern().get(path);

    const id = path.slice(path.lastIndexOf('/') + 1).replace(/#.*/, '');
    expect((await here().stores.calls.find(id))?.endedAt).not.toBeNull();
  });

  it('reads out no form, and invites no file, where a call has neither', async () => {
    const path = await calling();
    const asked = await say(
      path,
      'i have a fit note from 4 january to 18 january, not fit for work',
    );

    expect(asked).toContain('A fit note for');
    expect(asked).not.toMatch(/photo or a PDF/);
    expect(await say(path, 'form')).toContain('There is no form in a call.');
    expect(await say(path, 'yes')).toContain('Sent');
  });

  it('tells the colleague what to do where life is at risk, and keeps no word of it', async () => {
    const path = await calling();

    const shown = await say(path, 'I want to kill myself');

    expect(shown).toContain('Stay on the phone with Ana.');
    expect(shown).toContain('116 123');
    expect(shown).not.toMatch(/kill myself|nobody is watching/);
    expect(await say(path, 'no im fine')).toContain('Do not press them');
    expect(await say(path, 'my manager keeps touching me')).toContain('Listen first.');
  });

  it('takes a form sent twice once, and none that is not its own', async () => {
    const path = await calling();
    const { text } = await fern().get(path);
    const form = { key: field(text, 'key'), message: field(text, 'message'), text: 'hello' };

    await fern().post(path, form);
    await fern().post(path, form);
    const strange = await fern().post(path, { ...form, key: 'wrong', text: 'goodbye' });

    expect(strange.status).toBe(403);
    const shown = bodyOf(await fern().get(path));
    expect(shown.match(/said__words/g)).toHaveLength(1);
    expect(shown).not.toContain('goodbye');
  });

  const theirs = async (id: string) => {
    const person = await directory.person(id);
    if (person === undefined) throw new Error(`There is no ${id}.`);
    return person;
  };
});

const greeting = (person: string) =>
  aCommit({ conversation: `web:${person}`, door: 'web', person, said: 'hello' });
