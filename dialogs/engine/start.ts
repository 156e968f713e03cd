/** Starts a draft with what the first sentence already says. */
import type { ServiceDefinition } from '../catalogue/schema';
import type { Draft } from '../request';
import type { Asker } from './asker';
import { gather, listen } from './gather';
import { clauses, sentences } from './plain';
import { postAtStart, withPostField } from './post-field';
import { asksOutright, isAskedOutright, withoutTrailingQuestion } from './questions';
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
  const { first, rest: trailing } = withoutTrailingQuestion(text);
  const heard = gather(
    listen({ service, draft, asker, asked: undefined, opens: true, text: first }),
  );
  const step = settle({ service, draft, asker, nonce }, heard);
  const above = [service.opening, urgentNote(step.draft, asker), service.guide].filter(
    (line) => line !== undefined,
  );
  const rest = laterQuestion(text) ?? trailing ?? questionWithin(text);
  return {
    ...step,
    ...(above.length > 0 && { first: above.join('\n\n') }),
    ...(rest !== undefined && { rest }),
  };
}

/** A question after the request: "book me off friday. do bank holidays count?" */
function laterQuestion(text: string): string | undefined {
  const parts = sentences(text);
  const last = parts.at(-1);
  return parts.length > 1 && last !== undefined && isAskedOutright(last.said)
    ? last.said
    : undefined;
}

/** A rule asked for in the same breath: "can I carry 3 days over, or is it use it or lose it". */
const questionWithin = (text: string): string | undefined =>
  clauses(text)
    .flatMap(({ said }) => said.split(/\b(?=(?:and|or)\s)/i))
    .findLast(asksOutright);
