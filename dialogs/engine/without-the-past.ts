/**
 * "My daughter died in august and I need to drop my hours": that August is long gone, and is not
 * the day from which the hours change. A day that is told of the past is taken out where another
 * part of the message asks, and the service is only for what comes.
 */
import { hasAnyPhrase } from '../catalogue/phrases';
import words from '../catalogue/words/past.json';
import type { Listening } from './gathered';
import { plain } from './plain';
import { dayFieldsOf } from './place-days';
import { toldAndAsked, type Part } from './told-and-asked';

/** The same message without what it tells of the past; all of it where nothing else asks. */
export function withoutThePast(listening: Listening): Listening {
  if (listening.opens !== true || !isOnlyForWhatComes(listening)) return listening;
  const parts = toldAndAsked(listening.text, listening.asker);
  const asked = parts.filter(({ asks }) => asks).map(({ said }) => plain(said));
  const pointsBack = asked.some((one) => hasAnyPhrase(words.pointingBack, one));
  const left = parts.filter((part) => !isPast(part));
  if (asked.length === 0 || pointsBack || left.length === parts.length) return listening;
  const text = left.map(({ said }) => said).join(' ');
  return { ...listening, text, said: plain(text) };
}

/** One day or one span, on or after today, of which no words tell another. */
function isOnlyForWhatComes({ service }: Listening): boolean {
  const dates = service.fields.filter(({ kind }) => kind === 'date');
  const span = dayFieldsOf(service);
  if (span === undefined) return false;
  const { first, last } = span;
  const isToCome = first.onOrAfter === 'today' && !first.begun && first.pastWith.length === 0;
  return isToCome && dates.every((field) => field === first || field === last);
}

function isPast({ said, asks }: Part): boolean {
  if (asks) return false;
  const told = plain(said);
  if (hasAnyPhrase(words.surelyPast, told)) return true;
  return hasAnyPhrase(words.past, told) && !hasAnyPhrase(words.toCome, told);
}
