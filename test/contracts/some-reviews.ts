/** Interactions that stand in the review queue, or do not, and what is done with them. */
import type { QueueFilter } from '../../bot/console/reviews';
import type { Commit } from '../../bot/conversation/store';
import { isSampled } from '../../bot/feedback/sample';
import type { Stores } from '../../bot/storage/create-stores';
import { aCommit, aRating, later, MINUTE, noon, within } from './samples';
import { opened } from './some-turns';

const DAY = 24 * 60 * MINUTE;
export const tomorrow = later(DAY);
export const fellbridge = within('fellbridge');

/** Ids of the fair sample, or of what is not in it. */
const idsThat = (are: boolean, many: number): string[] =>
  Array.from({ length: 400 }, (_, n) => `interaction-${n}`)
    .filter((id) => isSampled(id) === are)
    .slice(0, many);
export const [a = '', b = '', c = '', d = '', e = ''] = idsThat(false, 5);
export const [sampled = '', other = ''] = idsThat(true, 2);

/** One turn of one interaction, in a conversation of its own. */
export const asks = async (
  { conversations }: Stores,
  id: string,
  changes: Partial<Commit> & { readonly of?: Parameters<typeof opened>[1] } = {},
) => {
  const { of, ...commit } = changes;
  const person = commit.person ?? 'ana';
  const conversation = `web-${id}`;
  const organisation = 'organisation' in commit ? (commit.organisation ?? null) : 'fellbridge';
  await conversations.commit(
    aCommit({
      conversation,
      door: 'web',
      interaction: id,
      said: `asked in ${id}`,
      effects: [opened(id, { person, organisation, conversation, ...of })],
      ...commit,
    }),
  );
};
export const says = async (
  { conversations }: Stores,
  id: string,
  rating: Parameters<typeof aRating>[0],
  wantsReply = false,
  person = 'ana',
) => {
  const conversation = `web-${id}`;
  const { version } = await conversations.open(conversation, person);
  await conversations.commit(
    aCommit({
      conversation,
      door: 'web',
      person,
      message: `m${version + 1}`,
      expectedVersion: version,
      said: 'No',
      interaction: id,
      effects: [
        {
          kind: 'rated',
          rating: aRating({ interaction: id, person, ...rating }),
          ...(wantsReply && { wantsReply }),
        },
      ],
    }),
  );
};
export const queue = (stores: Stores, filter: QueueFilter = {}, reader = fellbridge) =>
  stores.reviews.queue(reader, filter, { now: tomorrow, limit: 10 });
export const idsIn = async (stores: Stores, filter: QueueFilter = {}, reader = fellbridge) =>
  (await queue(stores, filter, reader)).rows.map(({ interaction }) => interaction);
export const judge = ({ reviews }: Stores, interaction: string) =>
  reviews.judge(fellbridge, {
    id: `review-${interaction}`,
    interaction,
    reviewer: 'nadia',
    at: noon.toISOString(),
    verdict: 'wrong',
    cause: 'clause-missing',
    note: null,
  });
export const by = { now: noon, who: 'nadia' };
export const untaken = { state: 'new', reviewer: null } as const;
