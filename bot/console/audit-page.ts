/** Who looked at what, who changed what, when and why: for administrators. */
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { pageIn, pagesOf } from './pages-of';
import type { AuditEntry } from './reading';
import { requestAddress } from './request-list';
import { whenInWords } from './when';

const PAGE = 50;

const DEEDS: Readonly<Record<AuditEntry['did'], string>> = {
  'read-transcript': 'Read a conversation, names hidden',
  'unmasked-transcript': 'Read a conversation with names',
  'read-request': 'Read a request',
  'changed-request': 'Changed a request',
};

export async function showAudit(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, path, now } = request;
  const entries = await tools.reading.audits(PAGE + 1, (pageIn(query) - 1) * PAGE);
  const rows = await Promise.all(
    entries.slice(0, PAGE).map((entry) => showEntry(tools, reader, entry, now)),
  );
  const body = tools.render('console/templates/audit.njk', {
    ...consoleFrame(reader, 'audit'),
    rows: rows.flatMap((row) => row ?? []),
    ...pagesOf(path, query, { hasNext: entries.length > PAGE }),
  });
  return page(body);
}

/** Undefined for what somebody of another system did; somebody who left is shown by their id. */
async function showEntry(
  { directory, disguise }: ConsoleTools,
  { may }: Reader,
  { at, who, did, what, reason }: AuditEntry,
  now: Date,
) {
  const person = await directory.person(who);
  if (person !== undefined && !may.audit.includes(person.organisation)) return undefined;
  const isTranscript = did === 'read-transcript' || did === 'unmasked-transcript';
  return {
    when: whenInWords(at, now),
    who: person?.name ?? who,
    did: DEEDS[did],
    stands: did === 'unmasked-transcript',
    what: isTranscript ? `Conversation ${disguise.conversation(what)}` : `Request ${what}`,
    href: isTranscript ? `/console/transcripts/${disguise.seal(what)}` : requestAddress(what),
    reason,
  };
}
