/** One change of an own rule's wording: what was, what it becomes, what that changes in answers; and what became of it. */
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { markdown } from '../web/policy-markdown';
import { asksOf } from './asks-of';
import type { Fault } from './fault';
import {
  clauseAddress,
  newRuleAddress,
  policyHealthAddress,
  wordingAddress,
  wordingChangeAddress,
  withdrawAddress,
  wordingHistoryAddress,
} from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { changeNow, draftOfChange, type Overtaken } from './draft-of-change';
import { mayApprove } from './may-approve';
import { notice } from './notice';
import type { OwnClause, RulePlace } from './own-clause';
import { sayWording } from './say-wording';
import type { Tag } from './tags';
import { tryDraft } from './try-draft';
import { whatDiffers } from './what-differs';
import { whenInWords } from './when';
import { checksAfter } from './withdraw-page';
import type { WordingChange, WordingState } from './wording-changes';
import { wordsIn } from './words-in';

const WORDING_TAGS: Readonly<Record<WordingState, Tag>> = {
  waiting: { text: 'Waits for approval', colour: 'yellow' },
  published: { text: 'Published', colour: 'green' },
  'turned-down': { text: 'Turned down', colour: 'red' },
  'taken-back': { text: 'Taken back', colour: 'grey' },
  replaced: { text: 'Written anew', colour: 'grey' },
};

export const wordingTag = ({ state, withdraws }: WordingChange): Tag =>
  withdraws && state === 'published' ? { text: 'Withdrawn', colour: 'grey' } : WORDING_TAGS[state];

/** What somebody pressed and could not be done. */
export interface Unsent {
  readonly faults: readonly Fault[];
  readonly reason: string;
}

export async function showWordingChange(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const change = await changeAsked(tools, request, reader);
  return change === undefined
    ? noChange(tools, request, reader)
    : wordingChangePage(tools, request, reader, change);
}

export const changeAsked = (
  { wordingChanges }: ConsoleTools,
  { params }: HttpRequest,
  { may }: Reader,
): Promise<WordingChange | undefined> => wordingChanges.find(may.knowledge, params.change ?? '');

export async function wordingChangePage(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  change: WordingChange,
  unsent?: Unsent,
): Promise<HttpResponse> {
  const isWaiting = change.state === 'waiting';
  const now = await changeNow(tools, change);
  const { own, place } = now;
  const overtaken = isWaiting ? now.overtaken : undefined;
  const checked = isWaiting ? await draftOfChange(tools, change, now, request.now) : undefined;
  const isSound = checked?.kind === 'sound';
  const body = tools.render('console/templates/wording-change.njk', {
    ...consoleFrame(reader, 'knowledge'),
    ...(await told(tools, request, reader, change)),
    heading: await headingOf(tools, change, own),
    nationalNow: nationalBeside(change, place),
    checks: own && change.withdraws ? checksAfter(own) : [],
    nowText: own && sayWording(own.written),
    overtaken,
    faults: unsent?.faults ?? (checked?.kind === 'faulty' ? checked.faults : []),
    unsent,
    hasErrors: unsent !== undefined,
    preview:
      isSound && place !== undefined
        ? await tryDraft(tools, request, reader, place, checked.draft)
        : undefined,
    isSound,
    may: await mayDo(tools, reader, change),
    isOut:
      overtaken !== 'number-taken' &&
      (await tools.withheld.of(change.organisation)).includes(change.clause),
  });
  return page(body, statusOf(overtaken, unsent));
}

function statusOf(overtaken: Overtaken | undefined, unsent: Unsent | undefined): number {
  if (unsent === undefined) return 200;
  return overtaken === undefined ? 422 : 409;
}

async function told(
  { directory }: ConsoleTools,
  { now }: HttpRequest,
  reader: Reader,
  change: WordingChange,
) {
  const nameOf = async (id: string) => (await directory.person(id))?.name ?? id;
  const { decided, wording, was } = change;
  const [markedWas, markedThen] = whatDiffers(sayWording(was), sayWording(wording));
  return {
    address: wordingChangeAddress(change.id),
    organisation: reader.organisations.get(change.organisation) ?? change.organisation,
    state: wordingTag(change),
    isWaiting: change.state === 'waiting',
    said: sayWording(was),
    was: markedWas,
    then: markedThen,
    figures: [...new Set([...Object.keys(was.values), ...Object.keys(wording.values)])].map(
      (name) => ({ name, was: was.values[name], then: wording.values[name] }),
    ),
    ...kindInWords(change),
    rule: change.rule,
    withdraws: change.withdraws,
    asks: asksOf(was, wording),
    reason: change.reason,
    by: await nameOf(change.by),
    when: whenInWords(change.at, now),
    decided: decided && {
      by: await nameOf(decided.by),
      when: whenInWords(decided.at, now),
      reason: decided.reason,
      isAlone: change.state === 'published' && decided.by === change.by,
    },
    clause: { id: change.clause, ...backFrom(change) },
    history: wordingHistoryAddress(change.clause),
    goOn: change.withdraws
      ? withdrawAddress(change.clause)
      : change.rule === null
        ? `${wordingAddress(change.clause)}&change=${encodeURIComponent(change.id)}`
        : newRuleAddress(change.policy, { change: change.id }),
  };
}

function kindInWords({ rule, withdraws, state }: WordingChange) {
  if (rule !== null) return { what: 'New rule', deed: 'Written' };
  if (!withdraws) return { what: 'Changed wording', deed: 'Changed' };
  return {
    what: state === 'published' ? 'Withdrawn rule' : 'Rule to be withdrawn',
    deed: 'Asked for',
  };
}

/** As it is now; of a rule that is gone, as whoever withdrew it saw it. */
function nationalBeside({ withdraws, national }: WordingChange, place: RulePlace | undefined) {
  const text = place?.national?.text ?? (withdraws ? national : null);
  return text === null ? undefined : markdown.render(text);
}

/** A rule that is not published yet, or is withdrawn, has no page of its own. */
function backFrom({ rule, withdraws, state, clause, policy }: WordingChange) {
  const isThere = withdraws ? state !== 'published' : rule === null || state === 'published';
  return isThere
    ? { href: clauseAddress(clause), back: 'Back to the rule' }
    : { href: policyHealthAddress(policy), back: 'Back to the policy' };
}

/** What it had to say, also where another rule got its number, or it is gone. */
async function headingOf(
  { variations }: ConsoleTools,
  { rule, clause, organisation }: WordingChange,
  own: OwnClause | undefined,
): Promise<string> {
  if (rule !== null) return rule.heading;
  if (own !== undefined) return own.clause.heading;
  const entries = await variations.history(organisation);
  const all = entries.flatMap(({ clauses }) => clauses);
  return all.findLast(({ id }) => id === clause)?.heading ?? clause;
}

async function mayDo(tools: ConsoleTools, reader: Reader, change: WordingChange) {
  const approving = await mayApprove(tools, reader, change);
  const mayWrite = approving.kind !== 'no';
  return {
    write: mayWrite,
    approve: approving.kind === 'yes' || approving.kind === 'alone',
    isAlone: approving.kind === 'alone',
    takeBack: mayWrite && change.by === reader.person.id,
    turnDown: approving.kind === 'yes',
    others: approving.kind === 'own-words' ? approving.others.map(({ name }) => name) : [],
  };
}

/** The same words whether it does not exist or is not this reader's. */
export const noChange = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'knowledge'), 404, {
    heading: 'We can’t find that change',
    says: ['The address may be wrong, or it may belong to another organisation.'],
    kept: wordsIn(request),
    links: [{ text: 'Knowledge health', href: '/console/knowledge' }],
  });
