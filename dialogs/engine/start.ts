/** Starts a draft with what the first sentence already says. */
import { hasAnyPhrase } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import { findService } from '../catalogue/services';
import type { Draft } from '../request';
import type { Asker } from './asker';
import { gather, listen } from './gather';
import { clauses, sentences } from './plain';
import { startPhrases } from './phrased';
import { postAtStart, withPostField } from './post-field';
import {
  asksForThemselves,
  asksOutright,
  isAskedOutright,
  withoutTrailingQuestion,
} from './questions';
import { urgentNote } from './read-back';
import { settle } from './settle';
import type { Step } from './step';

export interface StartIds {
  readonly draft: string;
  readonly nonce: string;
  readonly person: string;
  readonly now: Date;
}

export function start(
  wanted: ServiceDefinition,
  text: string,
  asker: Asker,
  { draft: id, nonce, person, now }: StartIds,
): Step {
  const at = now.toISOString();
  const service = withPostField(wanted, asker);
  const draft: Draft = {
    id,
    person,
    service: service.id,
    serviceVersion: service.version,
    fields: {},
    skipped: [],
    stage: 'asking',
    asked: null,
    misses: 0,
    filledIn: postAtStart(service, asker),
    nonce,
    startedAt: at,
    updatedAt: at,
  };
  const { first, rest: question, isJoined } = withoutTrailingQuestion(text);
  const heard = gather(
    listen({ service, draft, asker, asked: undefined, opens: true, text: first }),
  );
  const step = settle({ service, draft, asker, nonce }, heard);
  const above = [service.opening, urgentNote(step.draft, asker), service.guide].filter(
    (line) => line !== undefined,
  );
  // "Do i have enough service": for what is asked for.
  const trailing = isJoined === false ? `${service.named[0] ?? ''} ${question ?? ''}` : question;
  const rest = laterQuestion(text, service) ?? trailing ?? questionWithin(text);
  return {
    ...step,
    ...(above.length > 0 && { first: above.join('\n\n') }),
    ...(rest !== undefined && { rest }),
  };
}

/**
 * Another service in place of one under way: "wait, I mean paternity leave". What both ask for in
 * the same way is taken over: not the words that were said for the first, and no day where the two
 * ask for other days (a day off is no day from which somebody works otherwise).
 */
export function startInstead(
  wanted: ServiceDefinition,
  { service: before, fields, filledIn }: Draft,
  asker: Asker,
  ids: StartIds,
): Step {
  const step = start(wanted, '', asker, ids);
  const service = withPostField(wanted, asker);
  const shared = service.fields.filter(
    ({ name, kind }) =>
      kind !== 'text' &&
      (kind !== 'date' || daysOf(wanted) === daysOf(findService(before))) &&
      fields[name] !== undefined &&
      kindIn(before, name) === kind,
  );
  const values = Object.fromEntries(shared.map(({ name }) => [name, fields[name] ?? '']));
  const isForSame = findService(before)?.audience === wanted.audience;
  const isSamePost = isForSame && filledIn.postId !== undefined && wanted.forPost;
  const isSamePerson = values.person !== undefined;
  const known = isSamePost || isSamePerson ? filledIn : {};
  const heard = { values, filledIn: known, dropped: [] };
  const settled = settle({ service, draft: step.draft, asker, nonce: ids.nonce }, heard);
  return { ...settled, ...(step.first !== undefined && { first: step.first }) };
}

const daysOf = (service: ServiceDefinition | undefined): string =>
  service?.fields.flatMap(({ name, kind }) => (kind === 'date' ? [name] : [])).join(' ') ?? '';

const kindIn = (service: string, name: string): string | undefined =>
  findService(service)?.fields.find((field) => field.name === name)?.kind;

/** A question after the request: "book me off friday. do bank holidays count?" */
function laterQuestion(text: string, service: ServiceDefinition): string | undefined {
  const parts = sentences(text);
  const last = parts.at(-1);
  if (parts.length < 2 || last === undefined) return undefined;
  if (isAskedOutright(last.said)) return last.said;
  // "We lost our baby. Could I take the leave for that?": the wish itself, if nothing before it is one.
  const hasWished = parts
    .slice(0, -1)
    .some(({ plain }) => hasAnyPhrase(startPhrases(service), plain));
  return hasWished && asksForThemselves(last.said) ? last.said : undefined;
}

/** A rule asked for in the same breath: "can I carry 3 days over, or is it use it or lose it". */
const questionWithin = (text: string): string | undefined =>
  clauses(text)
    .flatMap(({ said }) => said.split(/\b(?=(?:and|or)\s)/i))
    .findLast(asksOutright);
