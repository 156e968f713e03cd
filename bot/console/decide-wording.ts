/** A second person approves changed wording or turns it down; its writer may take it back. */
import { z } from 'zod';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { wordingChangeAddress } from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { changeNow, draftOfChange } from './draft-of-change';
import { mayApprove } from './may-approve';
import { notice } from './notice';
import { outOfDate } from './not-taken';
import { changeAsked, noChange, wordingChangePage, wordingTag } from './wording-change-page';
import type { WordingChange } from './wording-changes';
import { LONGEST_REASON, SHORTEST_REASON } from './wording-form';
import { wordsIn } from './words-in';
import { withForm } from './with-form';

/** Other clauses of the same file may be published in the same moment. */
const TRIES = 3;

const Form = z.object({
  do: z.enum(['approve', 'turn-down', 'take-back']),
  'put-back': z.literal('yes').optional().catch(undefined),
  reason: z.string().trim().max(5000).default(''),
});
type Form = z.infer<typeof Form>;

export const decideWording = withForm(Form, async (tools, request, reader, form) => {
  const change = await changeAsked(tools, request, reader);
  if (change === undefined || !reader.may.wording.includes(change.organisation))
    return noChange(tools, request, reader);
  if (change.state !== 'waiting') return decided(tools, request, reader, change);
  switch (form.do) {
    case 'approve':
      return approve(tools, request, reader, change, form);
    case 'turn-down':
      return turnDown(tools, request, reader, change, form);
    case 'take-back':
      return change.by === reader.person.id
        ? close(tools, request, reader, change, { state: 'taken-back', reason: null })
        : outOfDate(tools, request, reader, 403);
  }
});

async function approve(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  change: WordingChange,
  form: Form,
): Promise<HttpResponse> {
  const { kind } = await mayApprove(tools, reader, change);
  if (kind !== 'yes' && kind !== 'alone') return outOfDate(tools, request, reader, 403);
  for (let tries = 0; tries < TRIES; tries += 1) {
    const at = await changeNow(tools, change);
    const checked = await draftOfChange(tools, change, at, request.now);
    if (checked === undefined) break;
    if (checked.kind === 'faulty')
      return wordingChangePage(tools, request, reader, change, { ...checked, reason: '' });
    const { content, clauses } = checked.draft;
    const { organisation, policy } = change;
    const done = await tools.wordingChanges.publish({
      change,
      entry: {
        organisation,
        policy,
        state: content === null ? 'withdrawn' : 'approved',
        content: content ?? '',
        clauses,
        by: reader.person.id,
        at: request.now,
        change: change.id,
      },
      from: at.place?.content ?? null,
      // What is said no longer is not being checked any more.
      putsBack: change.withdraws || form['put-back'] === 'yes',
    });
    if (done === 'published') return seeOther(wordingChangeAddress(change.id));
    if (done === 'closed') break;
  }
  return afterAll(tools, request, reader, change);
}

async function turnDown(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  change: WordingChange,
  { reason }: Form,
): Promise<HttpResponse> {
  if (reason.length >= SHORTEST_REASON && reason.length <= LONGEST_REASON)
    return close(tools, request, reader, change, { state: 'turned-down', reason });
  const text = `Say why not, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters`;
  const faults = [{ at: 'reason', text }];
  return wordingChangePage(tools, request, reader, change, { faults, reason });
}

async function close(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  change: WordingChange,
  as: { readonly state: 'turned-down' | 'taken-back'; readonly reason: string | null },
): Promise<HttpResponse> {
  const by = { by: reader.person.id, at: request.now };
  return (await tools.wordingChanges.close(change.id, { ...as, ...by }))
    ? seeOther(wordingChangeAddress(change.id))
    : afterAll(tools, request, reader, change);
}

/** Nothing was done: somebody was quicker, or what it was written from is another by now. */
async function afterAll(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { id, organisation }: WordingChange,
): Promise<HttpResponse> {
  const now = await tools.wordingChanges.find([organisation], id);
  if (now === undefined) return noChange(tools, request, reader);
  return now.state === 'waiting'
    ? wordingChangePage(tools, request, reader, now, { faults: [], reason: '' })
    : decided(tools, request, reader, now);
}

/** Their own press, sent twice, is so; of a colleague's they are told. */
function decided(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  change: WordingChange,
): HttpResponse {
  const address = wordingChangeAddress(change.id);
  if (change.decided?.by === reader.person.id) return seeOther(address);
  return notice(tools, consoleFrame(reader, 'knowledge'), 409, {
    heading: 'A colleague was quicker',
    says: [`This change is “${wordingTag(change).text}” by now. Nothing else was changed.`],
    kept: wordsIn(request),
    links: [{ text: 'See the change', href: address }],
  });
}
