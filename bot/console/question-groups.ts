/**
 * Questions that no policy answered, those together that ask for the same thing. Their words are
 * masked, and shown only to those who may read transcripts; the others see which policy is nearest.
 */
import { addDays, london, startOfDay, today } from '../calendar/days';
import type { Within } from '../directory/people-team';
import type { HttpRequest } from '../http/route';
import type { ConsoleTools, Reader } from './console-parts';
import type { Uncovered } from './knowledge-reading';
import { createMask, type Mask } from './mask';
import { shorten } from './shorten';

export const GROUPED_DAYS = 28;
/** Newest first: the page must stay quick. */
const MOST_GROUPED = 250;
const SAMPLES = 3;
const WEEK = 7;

export interface QuestionGroup {
  /** Its place on the page that shows it. */
  readonly anchor: string;
  readonly count: number;
  readonly thisWeek: number;
  /** Masked, the most typical first; none for a reader who may not read transcripts. */
  readonly samples: readonly { readonly said: string; readonly href: string }[];
  /** The title of the policy that is nearest to most of them. */
  readonly nearest: string | undefined;
}

export interface QuestionGroups {
  readonly groups: readonly QuestionGroup[];
  /** How many questions were looked at. */
  readonly looked: number;
  /** True where there were more than were looked at. */
  readonly isCut: boolean;
}

export async function questionGroups(
  tools: ConsoleTools,
  { now, signal }: Pick<HttpRequest, 'now' | 'signal'>,
  reader: Reader,
  /** Whose questions are counted for this reader. */
  within: Within,
): Promise<QuestionGroups> {
  const { directory } = tools;
  const since = startOfDay(addDays(today(now), 1 - GROUPED_DAYS));
  const asked = await tools.ofKnowledge.uncovered(within, since, MOST_GROUPED + 1);
  const looked = asked.slice(0, MOST_GROUPED);
  const places = await tools.answering.groupAlike(
    looked.map(({ said }) => said),
    signal,
  );
  const mask = createMask(await directory.people(), london(now).year);
  const weekFrom = startOfDay(addDays(today(now), 1 - WEEK));
  return {
    groups: places.map((members, index) =>
      showGroup(tools, reader, mask, weekFrom, index, membersOf(looked, members)),
    ),
    looked: looked.length,
    isCut: asked.length > MOST_GROUPED,
  };
}

const membersOf = (asked: readonly Uncovered[], places: readonly number[]): Uncovered[] =>
  places.flatMap((place) => asked[place] ?? []);

function showGroup(
  { disguise, policies }: ConsoleTools,
  { may }: Reader,
  mask: Mask,
  weekFrom: Date,
  index: number,
  members: readonly Uncovered[],
): QuestionGroup {
  const readable = members.filter(({ organisation }) => may.transcripts.includes(organisation));
  const nearest = mostOften(members.flatMap(({ policy }) => policy ?? []));
  return {
    anchor: `group-${index + 1}`,
    count: members.length,
    thisWeek: members.filter(({ at }) => at >= weekFrom).length,
    samples: differentWords(readable)
      .slice(0, SAMPLES)
      .map(({ said, conversation }) => ({
        said: shorten(mask(said)),
        href: `/console/transcripts/${disguise.seal(conversation)}`,
      })),
    nearest: nearest === undefined ? undefined : policies.policy(nearest)?.meta.title,
  };
}

function differentWords(members: readonly Uncovered[]): Uncovered[] {
  const seen = new Set<string>();
  return members.filter(({ said }) => {
    const words = said.trim().toLowerCase();
    if (seen.has(words)) return false;
    seen.add(words);
    return true;
  });
}

function mostOften(names: readonly string[]): string | undefined {
  const times = new Map<string, number>();
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  return [...times].toSorted(([, one], [, other]) => other - one)[0]?.[0];
}
