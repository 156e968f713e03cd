/**
 * One conversation, masked; and, once a reason was given, unmasked for one look. Each look is
 * written down before anything is shown: what cannot be written down is not shown.
 */
import { z } from 'zod';
import { london } from '../calendar/days';
import { reviewableBy } from '../directory/people-team';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { createMask, type Mask } from './mask';
import { notice } from './notice';
import { pageIn, pagesOf } from './pages-of';
import { policyChoices } from './policy-choices';
import { causeChoices, verdictChoices } from './show-review';
import { isReason, REASON_LENGTH } from './reason';
import { showTranscript } from './show-transcript';
import { wordsIn } from './words-in';

const PAGE = 50;

const Unmask = z.object({
  reason: z.string().trim().refine(isReason),
});
const Written = z.object({ reason: z.string() });

/** Of the page that a form was sent from, or the conversation is looked at on. */
export function transcriptAddress({
  params,
  query,
}: Pick<HttpRequest, 'params' | 'query'>): string {
  const path = `/console/transcripts/${params.conversation ?? ''}`;
  return query.size === 0 ? path : `${path}?page=${pageIn(query)}`;
}

/** The page on which a turn stands. @param newer how many turns of the conversation are newer */
export function pageWith(sealed: string, newer: number): string {
  const path = `/console/transcripts/${sealed}`;
  return newer < PAGE ? path : `${path}?page=${Math.floor(newer / PAGE) + 1}`;
}

interface Look {
  readonly did: 'read-transcript' | 'unmasked-transcript';
  readonly reason: string | null;
  readonly problem?: string;
  /** What was written as a reason and was none. */
  readonly written?: string;
}

export const showMasked = (tools: ConsoleTools, request: HttpRequest, reader: Reader) =>
  lookAt(tools, request, reader, { did: 'read-transcript', reason: null });

export function showUnmasked(tools: ConsoleTools, request: HttpRequest, reader: Reader) {
  const form = Unmask.safeParse(request.body);
  if (form.success) {
    const { reason } = form.data;
    return lookAt(tools, request, reader, { did: 'unmasked-transcript', reason });
  }
  return lookAt(tools, request, reader, {
    did: 'read-transcript',
    reason: null,
    problem: `Say why you need the names in words, in ${REASON_LENGTH}`,
    written: Written.safeParse(request.body).data?.reason ?? '',
  });
}

async function lookAt(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  look: Look,
): Promise<HttpResponse> {
  const conversation = tools.disguise.unseal(request.params.conversation ?? '');
  const offset = (pageIn(request.query) - 1) * PAGE;
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  const found =
    conversation &&
    (await tools.reading.transcript(within, conversation, {
      limit: PAGE + 1,
      offset,
    }));
  if (!conversation || !found) return noTranscript(tools, request, reader);

  const { did, reason, problem } = look;
  const { now, query, path } = request;
  await tools.reading.audit({ at: now, who: reader.person.id, did, what: conversation, reason });
  const isMasked = did === 'read-transcript';
  const person = await tools.directory.person(found.person);
  const body = tools.render('console/templates/transcript.njk', {
    ...consoleFrame(reader, 'transcripts'),
    ...(await shown(tools, found, reader, isMasked, now)),
    ...pagesOf(path, query, { hasNext: found.turns.length > PAGE }),
    hasErrors: problem !== undefined,
    problem,
    written: look.written ?? '',
    address: transcriptAddress(request),
    reviewAddress: `${path}/review${query.size === 0 ? '' : `?page=${pageIn(query)}`}`,
    newId: tools.newId,
    verdicts: verdictChoices,
    causes: causeChoices,
    code: tools.disguise.conversation(conversation),
    person: isMasked ? tools.disguise.person(found.person) : (person?.name ?? found.person),
    helper: await helperOf(tools, found, isMasked),
    organisation: reader.organisations.get(found.organisation ?? '') ?? found.organisation,
    isMasked,
    reason,
    // A reference leads to who sent it.
    mayOpenRequests: !isMasked && reader.may.requests.length > 0,
  });
  return page(body, problem === undefined ? 200 : 422);
}

type Found = NonNullable<Awaited<ReturnType<ConsoleTools['reading']['transcript']>>>;

/** @param found with one turn more than a page, where there is one */
async function shown(
  { directory, policies }: ConsoleTools,
  { organisation, turns }: Found,
  { person: { id: readerId } }: Reader,
  isMasked: boolean,
  now: Date,
) {
  const mask: Mask = isMasked
    ? createMask(await directory.people(), london(now).year)
    : (text) => text;
  const contacts = organisation === null ? [] : await directory.contacts(organisation);
  const lines = [...contacts, ...(await directory.helplines())];
  const people = new Map((await directory.people()).map(({ id, name }) => [id, name]));
  const nameOf = (id: string): string => people.get(id) ?? id;
  return {
    turns: showTranscript(turns.slice(-PAGE), {
      mask,
      lines,
      now,
      nameOf,
      readerId,
      policies: policyChoices(policies),
    }),
  };
}

/** Who wrote it down for somebody on the phone; undefined for what people wrote themselves. */
async function helperOf(
  { directory, disguise }: ConsoleTools,
  { turns }: Found,
  isMasked: boolean,
): Promise<string | undefined> {
  const helper = turns.find((turn) => turn.helper !== null)?.helper;
  if (helper == null) return undefined;
  return isMasked ? disguise.person(helper) : ((await directory.person(helper))?.name ?? helper);
}

/** The same words whether it does not exist or is not this reader's. */
export const noTranscript = (
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'transcripts'), 404, {
    heading: 'We can’t find that conversation',
    says: ['It may be older than we keep, or the address may be wrong.'],
    kept: wordsIn(request),
    links: [{ text: 'See all transcripts', href: '/console/transcripts' }],
  });
