/** A request as a form in Teams: the card, what comes back from it, and what becomes of it. */
import type { OpenForm } from '../../bot/conversation/reply-form';
import { plainReply, type Reply } from '../../bot/conversation/reply';
import { replyCard, type AdaptiveCard } from '../../bot/teams/reply-card';
import { wording } from '../../bot/wording';
import { form, services, start } from '../../dialogs';
import { aManager, report } from '../dialogs/an-asker';
import { complaintsOf } from '../fakes/complaints-of';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

const ids = { draft: 'd1', nonce: 'n1', person: 'p', now: new Date('2026-11-10T12:00:00Z') };
const posts = [
  { id: 'post-1', title: 'Staff Nurse', place: 'Ward 7' },
  { id: 'post-2', title: 'Bank Nurse', place: 'Ward 9' },
];

function openForm(service: string, asker = aManager({ posts })): OpenForm {
  const found = services.find(({ id }) => id === service)!;
  const { title, mark, fields } = form(start(found, '', asker, ids).draft, asker);
  return {
    kind: 'open',
    draft: 'd1',
    mark,
    title,
    fields: fields.map((field) => ({ ...field, choices: [...field.choices] })),
  };
}

const cancel = { label: 'Cancel', press: { kind: 'cancel', draft: 'd1' } } as const;
const replyWith = (shown: Reply['form']): Reply =>
  plainReply({ outcome: 'request', text: 'The form.', buttons: [cancel], form: shown });
const cardOf = (shown: Reply['form']): AdaptiveCard =>
  replyCard(replyWith(shown), { user: '29:ana', publicUrl: undefined, nonce: 'out-1' })!;

interface Input {
  readonly type: string;
  readonly id: string;
  readonly label: string;
  readonly isRequired?: boolean;
  readonly errorMessage?: string;
  readonly value?: string;
  readonly maxLength?: number;
}
interface Action {
  readonly title: string;
  readonly associatedInputs?: string;
  readonly data: { readonly press: { readonly kind: string } };
}
const inputsOf = ({ body }: AdaptiveCard): readonly Input[] =>
  body.filter((part): part is Input => 'type' in part && String(part.type).startsWith('Input.'));
const actionsOf = ({ body }: AdaptiveCard): readonly Action[] =>
  body.flatMap((part) => ('actions' in part ? (part.actions as Action[]) : []));

describe('the card of a form', () => {
  it.each(services.map(({ id }) => id))(
    'of %s is one that Microsoft’s own renderer takes without a word',
    (service) => {
      const card = cardOf(openForm(service));

      expect(complaintsOf(card)).toEqual([]);
      expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25 * 1024);
    },
  );

  it('has a label and, where it is needed, words for what is missing', () => {
    const [first, , hours] = inputsOf(cardOf(openForm('book-annual-leave', aManager())));

    expect(first).toEqual({
      type: 'Input.Date',
      id: 'f-firstDay',
      label: 'What is the first day you would like off?',
      isRequired: true,
      errorMessage: 'Please fill in the first day.',
    });
    expect(hours).toMatchObject({ label: expect.stringContaining('(optional)') as string });
    expect(hours).not.toHaveProperty('isRequired');
  });

  it('gives back what was written with what is wrong', () => {
    const shown = openForm('book-annual-leave', aManager());
    const fields = shown.fields.map((field) =>
      field.name === 'firstDay' ? { ...field, value: '31 june', problem: 'There is none.' } : field,
    );
    const card = cardOf({ ...shown, fields });

    expect(complaintsOf(card)).toEqual([]);
    expect(inputsOf(card)[0]).toMatchObject({ type: 'Input.Text', value: '31 june' });
    expect(JSON.stringify(card)).toContain('- The first day: There is none.');
  });

  it('lets nothing but its own button be held up by an empty field', () => {
    const actions = actionsOf(cardOf(openForm('book-annual-leave')));

    expect(actions.map(({ title, associatedInputs }) => [title, associatedInputs])).toEqual([
      [wording.form.send, undefined],
      [wording.form.leave, 'none'],
      ['Cancel', 'none'],
    ]);
  });

  it('stays within what Teams takes, also for a manager of very many, and says where it cannot', () => {
    const many = Array.from({ length: 60 }, (_, at) => report(`r${at}`, `Name ${at}`, `N${at}`));
    const crowd = openForm('change-of-hours', aManager({ reports: many }));
    const fields = crowd.fields.map((field) => ({ ...field, label: 'x'.repeat(5000) }));

    expect(inputsOf(cardOf(crowd))).toHaveLength(5);
    const card = cardOf({ ...crowd, fields });
    expect(inputsOf(card)).toEqual([]);
    expect(JSON.stringify(card)).toContain(wording.teams.formTooLong);
    expect(actionsOf(card).map(({ title }) => title)).toEqual([wording.form.leave, 'Cancel']);
  });

  it('can be left by typing where cards are not drawn', () => {
    expect(cardOf(openForm('book-annual-leave')).fallbackText).toBe(
      `You can type: Cancel, ${wording.form.leave}.`,
    );
  });

  it('is offered below the other buttons, and apart from them', () => {
    const card = cardOf({ kind: 'offered', draft: 'd1' });

    expect(complaintsOf(card)).toEqual([]);
    expect(actionsOf(card).map(({ title }) => title)).toEqual(['Cancel', wording.form.instead]);
  });
});

describe('a form that comes back from Teams', () => {
  let door: ADoor;
  beforeEach(async () => {
    door = await openDoor();
  });
  afterEach(() => door.close());

  const press = { kind: 'fill-in', draft: 'd1', mark: 'm1' };
  const sent = (more: object = {}) =>
    aMessage({
      text: undefined,
      replyToId: '1700000000007',
      value: { press, 'f-firstDay': '2027-05-03', 'f-hours': 22.5, other: 'x', ...more },
    });
  const replaced = () => door.connector.delivered.filter(({ method }) => method === 'PUT');

  it('is read with what stands in its fields, and nothing else of the card', async () => {
    await door.post(sent());

    expect(door.turns[0]?.said).toEqual({
      kind: 'press',
      press: { ...press, values: { firstDay: '2027-05-03', hours: '22.5' } },
    });
  });

  it('gives way to a line, after the reply', async () => {
    await door.post(sent());

    expect(door.connector.delivered.map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect(replaced()[0]).toMatchObject({
      path: '/v3/conversations/a%3Aone/activities/1700000000007',
      activity: { text: wording.form.used },
    });
  });

  it('stays where its reply leads to people', async () => {
    door.answers(aReply({ outcome: 'signposted' }));
    await door.post(sent());

    expect(replaced()).toEqual([]);
  });

  it('stays where the channel will not have it otherwise, and nothing else fails', async () => {
    door.connector.script(201, 404);
    const response = await door.post(sent());

    expect(response.status).toBe(200);
    expect(door.events.map(({ event }) => event)).toContain('teams.card-not-put-away');
  });

  it('left for the chat stays, since it can still be sent in', async () => {
    await door.post(sent({ press: { ...press, kind: 'leave-form' } }));

    expect(door.turns).toHaveLength(1);
    expect(replaced()).toEqual([]);
  });

  it('is read the same where a client sends it as an invoke', async () => {
    const value = { action: { type: 'Action.Execute', data: { press, 'f-firstDay': 'friday' } } };
    await door.post(aMessage({ type: 'invoke', name: 'adaptiveCard/action', value }));

    expect(door.turns[0]?.said).toMatchObject({ press: { values: { firstDay: 'friday' } } });
  });
});
