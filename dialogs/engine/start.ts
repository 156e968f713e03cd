/** Starts a draft with what the first sentence already says. */
import type { ServiceDefinition } from '../catalogue/schema';
import type { Draft } from '../request';
import type { Asker } from './asker';
import { gather, listen } from './gather';
import { sentences } from './plain';
import { looksLikeQuestion, withoutTrailingQuestion } from './questions';
import { settle } from './settle';
import type { Step } from './step';

export interface StartIds {
  readonly draft: string;
  readonly nonce: string;
  readonly person: string;
  readonly now: Date;
}

export function start(
  service: ServiceDefinition,
  text: string,
  asker: Asker,
  { draft: id, nonce, person, now }: StartIds,
): Step {
  const at = now.toISOString();
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
    filledIn: service.audience === 'staff' ? postOf(asker) : {},
    nonce,
    startedAt: at,
    updatedAt: at,
  };
  const { first, rest: trailing } = withoutTrailingQuestion(text);
  const heard = gather(
    listen({ service, draft, asker, asked: undefined, opens: true, text: first }),
  );
  const step = settle({ service, draft, asker, nonce }, heard);
  const rest = laterQuestion(text) ?? trailing;
  return rest === undefined ? step : { ...step, rest };
}

/** Staff act for a post of their own; it is filled in, never asked for. */
function postOf({ post }: Asker): Readonly<Record<string, string>> {
  return post === null ? {} : { postId: post.id, post: `${post.title}, ${post.place}` };
}

/** A question after the request: "book me off friday. do bank holidays count?" */
function laterQuestion(text: string): string | undefined {
  const [, ...later] = sentences(text);
  const last = later.at(-1);
  return last !== undefined && looksLikeQuestion(last.said) ? last.said : undefined;
}
