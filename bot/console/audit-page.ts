/** Who looked at what, who changed what, when and why: for administrators. */
import { reviewableBy } from '../directory/people-team';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { clauseAddress, wordingHistoryAddress } from './clause-address';
import { isLike } from './find-callers';
import { handoverAddress } from './handover-list';
import { pageIn, pagesOf } from './pages-of';
import type { AuditEntry } from './reading';
import { requestAddress } from './request-list';
import { whenInWords } from './when';

const PAGE = 50;

const DEEDS: Readonly<Record<AuditEntry['did'], string>> = {
  'read-transcript': 'Read a conversation, names hidden',
  'unmasked-transcript': 'Read a conversation with names',
  'judged-answer': 'Judged an answer',
  'moved-review': 'Moved a review on',
  'replied-to-rating': 'Replied to a rating',
  'kept-regression': 'Kept a regression question',
  'removed-regression': 'Removed a regression question',
  'opened-content-task': 'Opened a content task',
  'moved-content-task': 'Moved a content task on',
  'read-request': 'Read a request',
  'opened-file': 'Opened a file of a request',
  'changed-request': 'Changed a request',
  'replayed-delivery': 'Let a request go again',
  'replayed-answer': 'Let an answer go again',
  'read-handover': 'Read a conversation for us',
  'changed-handover': 'Worked on a conversation for us',
  'searched-callers': 'Looked for a caller',
  'helped-by-phone': 'Helped a caller by phone',
  'sent-by-phone': 'Sent a request for a caller',
  'took-out-clause': 'Took a clause out of answers',
  'put-back-clause': 'Put a clause back into answers',
  'proposed-wording': 'Proposed new wording of a clause',
  'published-wording': 'Approved and published new wording of a clause',
  'turned-down-wording': 'Turned down new wording of a clause',
  'took-back-wording': 'Took back new wording of a clause',
  'proposed-withdrawal': 'Asked to withdraw an own rule',
  'withdrew-rule': 'Approved the withdrawal of an own rule',
  'exported-data': 'Made a copy of a person’s data',
  'erased-leaver': 'Erased the data of somebody who left',
};

export async function showAudit(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query, path, now } = request;
  const entries = await tools.reading.audits(PAGE + 1, (pageIn(query) - 1) * PAGE);
  const naming = await namingFor(tools, reader);
  const rows = await Promise.all(
    entries.slice(0, PAGE).map((entry) => showEntry(tools, reader, naming, entry, now)),
  );
  const body = tools.render('console/templates/audit.njk', {
    ...consoleFrame(reader, 'audit'),
    rows: rows.flatMap((row) => row ?? []),
    ...pagesOf(path, query, { hasNext: entries.length > PAGE }),
  });
  return page(body);
}

interface Naming {
  /** Whom an entry is about; undefined where this reader is not told. */
  readonly of: (id: string) => string | undefined;
  /** False where one of those whom this reader is not told of is found by it. */
  readonly mayRead: (search: string) => boolean;
}

/** Who called people services, or asked for their data, is not told to those near them in the line. */
async function namingFor({ directory }: ConsoleTools, { person, may }: Reader): Promise<Naming> {
  const { except } = await reviewableBy(directory, person, may.audit);
  const people = await directory.people();
  const hidden = people.filter(({ id }) => except.includes(id));
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return {
    of: (id) => (except.includes(id) ? undefined : (names.get(id) ?? id)),
    mayRead: (search) => !hidden.some((one) => isLike(one, search)),
  };
}

const SOMEBODY = 'somebody (for a colleague to see)';

/** Undefined for what somebody of another system did; somebody who left is shown by their id. */
async function showEntry(
  { directory, disguise }: ConsoleTools,
  { may }: Reader,
  naming: Naming,
  { at, who, did, what, reason }: AuditEntry,
  now: Date,
) {
  const person = await directory.person(who);
  if (person !== undefined && !may.audit.includes(person.organisation)) return undefined;
  const shown = () => {
    switch (did) {
      case 'read-transcript':
      case 'unmasked-transcript':
      case 'judged-answer':
      case 'moved-review':
      case 'replied-to-rating':
      case 'kept-regression':
      case 'opened-content-task':
        return {
          what: `Conversation ${disguise.conversation(what)}`,
          href: `/console/transcripts/${disguise.seal(what)}`,
        };
      case 'removed-regression':
        return { what: 'A regression question', href: '/console/regressions' };
      case 'moved-content-task':
        return { what: 'A content task', href: '/console/content-tasks' };
      case 'read-request':
      case 'changed-request':
      case 'replayed-delivery':
      case 'replayed-answer':
        return { what: `Request ${what}`, href: requestAddress(what) };
      case 'opened-file':
        return { what: `Request ${what}`, href: requestAddress(what.split(',')[0] ?? '') };
      case 'read-handover':
      case 'changed-handover':
        return { what: `Conversation for us ${what}`, href: handoverAddress(what) };
      case 'searched-callers':
        return { what: naming.mayRead(what) ? `“${what}”` : SOMEBODY };
      case 'helped-by-phone':
        return { what: `Call ${what} with ${naming.of(reason ?? '') ?? SOMEBODY}`, reason: null };
      case 'sent-by-phone':
        return { what: `Request ${what}`, href: requestAddress(what) };
      case 'exported-data': {
        const name = naming.of(what);
        return name === undefined ? { what: SOMEBODY, reason: null } : { what: name };
      }
      case 'erased-leaver':
        return { what };
      case 'took-out-clause':
      case 'put-back-clause':
      case 'proposed-wording':
      case 'published-wording':
      case 'turned-down-wording':
      case 'took-back-wording':
      case 'proposed-withdrawal': {
        const [organisation = '', clause = ''] = what.split(' ');
        return { what: `Clause ${clause}, ${organisation}`, href: clauseAddress(clause) };
      }
      case 'withdrew-rule': {
        const [organisation = '', clause = ''] = what.split(' ');
        return { what: `Clause ${clause}, ${organisation}`, href: wordingHistoryAddress(clause) };
      }
    }
  };
  return {
    when: whenInWords(at, now),
    who: person?.name ?? who,
    did: DEEDS[did],
    stands: did === 'unmasked-transcript' || did === 'exported-data',
    reason,
    ...shown(),
  };
}
