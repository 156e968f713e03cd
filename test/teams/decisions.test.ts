/** Cards that give way once they were pressed, and decisions that change where they stand. */
import type { Reply } from '../../bot/conversation/reply';
import type { Press } from '../../bot/conversation/turn';
import { wording } from '../../bot/wording';
import { complaintsOf } from '../fakes/complaints-of';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

const request = 'PS-7F3K9Q';
const toDecide = aReply({
  outcome: 'status',
  text: '**Ana Pires** asks for your approval.',
  buttons: [
    { label: 'Approve', press: { kind: 'approve', request } },
    { label: 'Decline', press: { kind: 'decline', request } },
  ],
});
const confirm: Press = { kind: 'confirm', draft: 'd1', nonce: 'n1' };
const readBack = aReply({
  outcome: 'request',
  text: 'Annual leave, Monday 3 May. Shall I send it?',
  buttons: [
    { label: 'Yes, send it', press: confirm },
    { label: 'Cancel', press: { kind: 'cancel', draft: 'd1' } },
    { label: 'What if I am ill?', press: { kind: 'say', text: 'what if i am ill' } },
  ],
});
const CARD = '17000000002';

interface Action {
  readonly type: string;
  readonly title: string;
  readonly fallback?: { readonly type: string };
  readonly data: { readonly press: Press; readonly nonce: string };
}
interface Card {
  readonly refresh?: { readonly userIds: readonly string[]; readonly action: object };
  readonly body: readonly object[];
}

const actionsOf = ({ body }: Card): Action[] =>
  body.flatMap((part) => ('actions' in part ? (part.actions as Action[]) : []));
const words = ({ body }: Card): string[] =>
  body.flatMap((part) => ('text' in part ? [part.text as string] : []));

describe('a card', () => {
  let door: ADoor;
  const tasks = new Map<string, string>();
  beforeEach(async () => {
    tasks.clear();
    door = await openDoor({ tasks, patience: { invokeWithinMs: 400 } });
  });
  afterEach(() => door.close());

  const shown = async (reply: Reply): Promise<Card> => {
    door.answers(reply);
    await door.post(aMessage());
    return door.connector.delivered[1]!.activity.attachments![0].content as unknown as Card;
  };
  const press = (pressed: Press, id = '2') =>
    door.post(aMessage({ id, text: undefined, replyToId: CARD, value: { press: pressed } }));
  const execute = (action: object, changes: Record<string, unknown> = {}) =>
    door.post(
      aMessage({
        type: 'invoke',
        id: '3',
        name: 'adaptiveCard/action',
        text: undefined,
        replyToId: CARD,
        value: { action: { type: 'Action.Execute', ...action }, trigger: 'manual' },
        ...changes,
      }),
    );
  const approve = { verb: 'decide', data: { press: { kind: 'approve', request }, nonce: 'out-1' } };
  const look = { verb: 'look', data: { request } };
  const replaced = () => door.connector.delivered.filter(({ method }) => method === 'PUT');
  const bodyOf = async (response: Response) =>
    (await response.json()) as { statusCode: number; type: string; value: Card };

  describe('that was pressed', () => {
    it('shows what was pressed in place of what asked for it', async () => {
      await shown(readBack);
      await press(confirm);

      expect(replaced()).toMatchObject([{ path: `/v3/conversations/a%3Aone/activities/${CARD}` }]);
      const card = replaced()[0]!.activity.attachments![0].content as unknown as Card;
      expect(words(card)).toEqual(['You pressed “Yes, send it”.']);
      expect(actionsOf(card).map(({ title }) => title)).toEqual(['What if I am ill?']);
    });

    it('shows a rating in place of its question, and keeps the rest', async () => {
      await shown({ ...readBack, feedback: { interaction: 'i1', rated: null } });
      await press({ kind: 'rate', interaction: 'i1', rating: 'partly' });

      const card = replaced()[0]!.activity.attachments![0].content as unknown as Card;
      expect(words(card)).toEqual(['Did this sort it? You said: Partly.']);
      expect(actionsOf(card)).toHaveLength(3);
      expect(replaced()[0]!.activity).not.toHaveProperty('channelData');
    });

    it.each<[string, Press]>([
      ['only asks', { kind: 'say', text: 'what if i am ill' }],
      ['was never on it', { kind: 'confirm', draft: 'd1', nonce: 'another' }],
      ['rates another', { kind: 'rate', interaction: 'i9', rating: 'yes' }],
    ])('stays as it is where the press %s', async (_what, pressed) => {
      await shown(readBack);
      await press(pressed);

      expect(replaced()).toEqual([]);
    });

    it('stays where its press leads to people', async () => {
      await shown(readBack);
      door.answers(aReply({ outcome: 'signposted' }));
      await press(confirm);

      expect(replaced()).toEqual([]);
    });
  });

  describe('that asks for a decision', () => {
    it('can be decided where it stands, in old clients by a message, and looks again for its reader', async () => {
      const card = await shown(toDecide);

      expect(actionsOf(card).map(({ type, fallback }) => [type, fallback?.type])).toEqual([
        ['Action.Execute', 'Action.Submit'],
        ['Action.Execute', 'Action.Submit'],
      ]);
      expect(card.refresh).toMatchObject({ userIds: ['29:ana'], action: look });
      expect(words(card)).toEqual([`Your decision on ${request}`]);
    });

    it('says what came of it at once, and for everybody who opens the chat later', async () => {
      await shown(toDecide);
      tasks.set(request, 'PS-7F3K9Q was approved by Grace Adeyemi.');
      const answer = await bodyOf(await execute(approve));

      expect(door.turns.at(-1)?.said).toEqual({
        kind: 'press',
        press: { kind: 'approve', request },
      });
      expect(answer).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
      });
      expect(words(answer.value)).toEqual(['PS-7F3K9Q was approved by Grace Adeyemi.']);
      expect(actionsOf(answer.value)).toEqual([]);
      expect(complaintsOf(answer.value)).toEqual([]);
      expect(replaced()[0]!.activity.attachments![0].content).toEqual(answer.value);
    });

    it('stays while nothing is decided, such as before the reason', async () => {
      await shown(toDecide);
      const decline = { ...approve, data: { press: { kind: 'decline', request }, nonce: 'out-1' } };

      expect(await bodyOf(await execute(decline))).toMatchObject({
        type: 'application/vnd.microsoft.activity.message',
        value: wording.teams.gotIt,
      });
      expect(replaced()).toEqual([]);
    });

    it('is approved once where the channel asks again half a minute later, by other names', async () => {
      await shown(toDecide);
      await execute(approve);
      door.passTime(30_000);
      const again = { id: '4', timestamp: '2026-11-23T12:00:30.456Z' };

      expect((await execute(approve, again)).status).toBe(200);
      expect(door.turns).toHaveLength(2);
    });

    it('answers in time, and keeps what takes longer', async () => {
      await shown(toDecide);
      let decide = (): void => undefined;
      door.answers(
        new Promise((resolve) => {
          decide = () => {
            resolve(aReply({ text: 'Approved.' }));
          };
        }),
      );

      expect(await bodyOf(await execute(approve))).toMatchObject({ value: wording.teams.slow });
      const before = door.connector.delivered.length;
      decide();
      await door.connector.until(before + 1);
      expect(door.connector.delivered.at(-1)?.activity.text).toBe('Approved.');
    });
  });

  describe('that looks again by itself', () => {
    it('changes nothing while it still waits, and takes no turn', async () => {
      const card = await shown(toDecide);
      const answer = await bodyOf(await execute(look));

      expect(answer.value).toEqual(card);
      expect([door.turns.length, door.connector.delivered.length]).toEqual([1, 2]);
    });

    it('says what became of it meanwhile', async () => {
      await shown(toDecide);
      tasks.set(request, 'Ana Pires withdrew PS-7F3K9Q.');
      const answer = await bodyOf(await execute(look));

      expect(words(answer.value)).toEqual(['Ana Pires withdrew PS-7F3K9Q.']);
      expect(actionsOf(answer.value)).toEqual([]);
      expect(door.turns).toHaveLength(1);
    });

    it('tells nothing of a request that is not on it', async () => {
      await shown(toDecide);
      tasks.set('PS-000001', 'PS-000001 was approved by somebody else.');
      const other = { ...look, data: { request: 'PS-000001' } };

      expect(JSON.stringify(await bodyOf(await execute(other)))).not.toContain('somebody else');
    });

    it('is refused where the card is unknown', async () => {
      expect(await bodyOf(await execute(look, { replyToId: 'another' }))).toMatchObject({
        statusCode: 400,
        type: 'application/vnd.microsoft.error',
      });
    });
  });
});
