/** What reviewers found of poor ratings; the newest wait for one to look. */
import { reviewableBy } from '../directory/people-team';
import type { Directory } from '../directory/directory';
import type { Stores } from '../storage/create-stores';
import type { PoorlyRated } from './write-life';
import type { Dice } from './seeded';

const DAY = 86_400_000;
const WAITING_DAYS = 9;

/** @returns how many were reviewed */
export async function reviewLife(
  { reviews }: Pick<Stores, 'reviews'>,
  directory: Directory,
  poor: readonly PoorlyRated[],
  now: Date,
  dice: Dice,
): Promise<number> {
  const reviewers = (await directory.people()).filter(({ roles }) => roles.includes('reviewer'));
  let done = 0;
  for (const { interaction, organisation, isWrong, at } of poor) {
    const reviewer = reviewers.find((one) => one.organisation === organisation);
    const isNew = now.getTime() - at.getTime() < WAITING_DAYS * DAY;
    if (reviewer === undefined || isNew) continue;
    const isRight = !isWrong && dice.next() < 0.4;
    const verdict = await reviews.judge(await reviewableBy(directory, reviewer, [organisation]), {
      id: `review-${interaction}`,
      interaction,
      reviewer: reviewer.id,
      at: new Date(at.getTime() + DAY).toISOString(),
      verdict: isRight ? 'right' : isWrong ? 'wrong' : 'partly',
      cause: isRight
        ? null
        : dice.pick(['clause-unclear', 'clause-missing', 'search-missed'] as const),
      note: null,
    });
    if (verdict === 'judged') done += 1;
  }
  return done;
}
