/** A member of staff in Teams: says things, presses what the cards show, and reads what comes. */
import type { Press } from '../../bot/conversation/turn';
import type { FakeConnector } from '../fakes/fake-connector';
import { eventually } from './eventually';

const TENANT = '55ed2f8f-25e7-4de1-a1f3-5d9299b32c9b';
const OBJECT_IDS = {
  'ana-pires': '026488b5-6475-4955-aaba-ccb1ee31e450',
  'tom-okafor': 'c0fb43e7-953c-407b-a768-8bd61dc2e549',
  'priya-nair': '9ba0ceca-a107-4681-a12e-2cb5a7dff46c',
  'grace-adeyemi': '2fbc440b-b2f3-4807-a005-d9c5f91cb6af',
  'helen-marsh': 'eab59642-7121-4c6a-a7b2-d61cf92073c2',
} as const;

export type Activity = Readonly<Record<string, unknown>> & { readonly id: string };
/** The status, or that the line went dead first. */
export type Answered = number | 'no answer';

export interface TeamsPerson {
  /** An activity as Teams makes it: an id and a time of its own. It is not sent yet. */
  saying(text: string): Activity;
  pressing(label: string, press: Press): Activity;
  /** Delivers it, for the first time or again. */
  deliver(activity: Activity, url: string): Promise<Answered>;
  /** The texts that arrived in this chat, oldest first. */
  shown(): readonly string[];
  /** Resolves with the newest text that matches, once there is one. */
  untilShown(pattern: RegExp): Promise<string>;
  /** What the newest button of that label carries, under a text that holds these words. */
  button(label: string, words?: string): Promise<Press>;
}

let made = 0;

export function inTeams(connector: FakeConnector, person: keyof typeof OBJECT_IDS): TeamsPerson {
  const conversation = { id: `a:${person}`, conversationType: 'personal', tenantId: TENANT };
  const arrived = () =>
    connector.delivered.filter(
      (one) =>
        one.conversation === conversation.id &&
        one.method === 'POST' &&
        one.status < 300 &&
        one.activity.type === 'message',
    );
  const shown = (): string[] =>
    arrived().flatMap(({ activity: { text } }) => (text === undefined ? [] : [text]));

  function activity(said: Readonly<Record<string, unknown>>): Activity {
    made += 1;
    return {
      type: 'message',
      id: `f:${made}`,
      channelId: 'msteams',
      serviceUrl: connector.url,
      // Finer than a second, as in Teams, and never twice the same.
      timestamp: `${new Date().toISOString().slice(0, 20)}${String(made).padStart(6, '0')}1Z`,
      from: { id: `29:${person}`, aadObjectId: OBJECT_IDS[person] },
      recipient: { id: '28:assistant' },
      conversation,
      channelData: { tenant: { id: TENANT } },
      ...said,
    };
  }

  return {
    saying: (text) => activity({ text }),
    pressing: (label, press) => activity({ text: label, value: { press } }),
    deliver: (one, url) => deliver(one, url),
    shown,
    untilShown: (pattern) =>
      eventually(`${String(pattern)} in the chat of ${person}`, () =>
        shown().findLast((text) => pattern.test(text)),
      ),
    button: (label, words = '') =>
      eventually(`the button "${label}" in the chat of ${person}`, () => {
        const all = arrived();
        const cards = all
          // A card is the message after its words.
          .filter((_, at) => all[at - 1]?.activity.text?.includes(words))
          .flatMap((one) => one.activity.attachments ?? []);
        const shownOn = actionsIn(cards.map(({ content }) => content));
        return shownOn.findLast(({ title }) => title === label)?.data.press;
      }),
  };
}

async function deliver(activity: Activity, url: string): Promise<Answered> {
  try {
    const answer = await fetch(`${url}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(activity),
    });
    await answer.arrayBuffer();
    return answer.status;
  } catch {
    return 'no answer';
  }
}

interface Action {
  readonly title: string;
  readonly data: { readonly press: Press };
}

const actionsIn = (cards: readonly unknown[]): readonly Action[] =>
  (cards as { body: { actions?: Action[] }[] }[]) // the fake connector has checked that they are cards
    .flatMap(({ body }) => body)
    .flatMap(({ actions = [] }) => actions);
