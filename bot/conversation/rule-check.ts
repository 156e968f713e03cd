/** What the policies ask of a request: the rules of its service, joined with the clauses that they rest on. */
import type { Asker, Draft, Finding, ServiceDefinition } from '../../dialogs';
import type { ClauseInForce, StaffGroup } from '../../knowledge';
import { today } from '../calendar/days';
import { serviceOf } from './draft-shown';
import type { Scene } from './room';

/** More of them than anybody sends in the time that a rule looks back on. */
const MOST_SENT = 200;

export interface Found {
  readonly finding: Finding;
  readonly clause: ClauseInForce;
}

/** What is not so, the stops first. None where the clauses are not for the person, or keep silent. */
export async function checkDraft(scene: Scene, draft: Draft): Promise<readonly Found[]> {
  const { asking, tools } = scene;
  const service = serviceOf(scene, draft.service);
  const ids = tools.dialogs.clausesOf(service);
  if (ids.length === 0) return [];
  const on = asking.day;
  const clauses = await tools.knowledge.clauses({ ids, on, ...(await termsOf(scene, draft)) });
  const byId = new Map(clauses.map((clause) => [clause.id, clause]));
  const figures = new Map(clauses.map(({ id, figures: own }) => [id, own]));
  return tools.dialogs
    .checkRules(draft, await askerFor(scene, service, draft), figures)
    .flatMap((finding) => {
      const clause = byId.get(finding.clause);
      return clause === undefined ? [] : [{ finding, clause }];
    });
}

interface Terms {
  readonly organisation: string | undefined;
  readonly staffGroup: StaffGroup;
}

/** Those of the post that it is for: of the person whom a manager asks for, or of one of several posts. */
async function termsOf({ asking, tools, turn }: Scene, { filledIn }: Draft): Promise<Terms> {
  const own = { organisation: asking.organisation?.id, staffGroup: asking.staffGroup };
  const { personId, postId } = filledIn;
  const other = personId === undefined ? undefined : await tools.directory.person(personId);
  const managed = other?.posts.find(({ manager }) => manager === asking.id) ?? other?.posts[0];
  const chosen =
    turn.speaker.kind === 'person'
      ? turn.speaker.person.posts.find(({ id }) => id === postId)
      : undefined;
  const { organisation, staffGroup } = managed ?? chosen ?? own;
  return { organisation, staffGroup };
}

/** With what they sent before, where a rule counts that. What is being changed is the same request, not one more. */
async function askerFor(
  { asking, tools }: Scene,
  { rules }: Pick<ServiceDefinition, 'rules'>,
  { replaces }: Pick<Draft, 'replaces'>,
): Promise<Asker> {
  if (!rules.some(({ check }) => check.kind === 'sent-before')) return asking.asker;
  const all = await tools.requests.ofPerson(asking.id, MOST_SENT);
  const sent = all
    .filter(
      ({ request, events }) =>
        request.id !== replaces && !events.some(({ kind }) => kind === 'withdrawn'),
    )
    .map(({ request }) => ({
      service: request.service,
      day: today(new Date(request.confirmedAt)),
    }));
  return { ...asking.asker, sent };
}
