/**
 * Erasure for somebody who has left and cannot ask in the chat: an administrator does it, with a
 * reason that is written down first. The desk goes first, since it knows whom an e-mail address
 * belonged to; a press that it did not answer is pressed again, and does nothing twice.
 */
import { z } from 'zod';
import { DeskUnreachable } from '../desk/desk-client';
import type { Erased } from '../desk/desk-erasure';
import type { HttpRequest, HttpResponse } from '../http/route';
import { MessageName } from '../web/message-name';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { askPage, LEAVERS, type Problem } from './person-data';
import { isReason, REASON_LENGTH } from './reason';
import { withForm } from './with-form';
import { wordsIn } from './words-in';

const Form = z.object({
  message: MessageName,
  who: z.string().trim().max(300).catch(''),
  reason: z.string().trim().catch(''),
  sure: z.literal('yes').optional().catch(undefined),
});

export const eraseLeaver = withForm(Form, async (tools, request, reader, form) => {
  const { who, reason } = form;
  const problems = await problemsOf(tools, form);
  if (problems.length > 0) return askPage(tools, reader, { leaver: { who, reason }, problems });
  const { now } = request;
  const organisations = reader.may.audit;
  const whose = await deskErases(tools, request, { person: who, organisations, look: true });
  if (whose === undefined) return deskIsAway(tools, request, reader);
  // By an address that somebody had before, or has had since.
  if (await isAnyHere(tools, whose.people))
    return askPage(tools, reader, { leaver: { who, reason }, problems: [stillHere] });
  await tools.reading.audit({
    at: now,
    who: reader.person.id,
    did: 'erased-leaver',
    what: who,
    reason,
    once: `erased:${form.message}:${who}`,
  });
  const atDesk = await deskErases(tools, request, { person: who, organisations, look: false });
  if (atDesk === undefined) return deskIsAway(tools, request, reader);
  const people = [...new Set([who, ...atDesk.people])];
  const here = await Promise.all(
    people.map((person) => tools.leavers.erase(person, organisations, now)),
  );
  const found = here.filter((one) => one !== undefined);
  return atDesk.people.length === 0 && found.length === 0
    ? nobody(tools, reader)
    : erased(tools, reader, {
        requests: atDesk.erased,
        open: Math.max(atDesk.open, ...found.map(({ open }) => open)),
      });
});

const stillHere: Problem = {
  field: 'who',
  text: 'They are still in the staff directory, so they can say “delete my conversations” themselves',
};

async function isAnyHere(
  { directory }: Pick<ConsoleTools, 'directory'>,
  ids: readonly string[],
): Promise<boolean> {
  const found = await Promise.all(ids.map((id) => directory.person(id)));
  return found.some((person) => person !== undefined);
}

async function problemsOf(
  { directory }: ConsoleTools,
  { who, reason, sure }: Omit<z.infer<typeof Form>, 'message'>,
): Promise<readonly Problem[]> {
  const isHere = (await directory.people()).some(
    ({ id, email }) => id === who || email?.toLowerCase() === who.toLowerCase(),
  );
  return [
    ...(who === '' ? [{ field: 'who', text: 'Write their staff id or work e-mail address' }] : []),
    ...(isHere ? [stillHere] : []),
    ...(isReason(reason)
      ? []
      : [{ field: 'why', text: `Say how and when they asked, in ${REASON_LENGTH}` }]),
    ...(sure === undefined
      ? [{ field: 'sure', text: 'Tick that you checked who it is: this cannot be undone' }]
      : []),
  ];
}

async function deskErases(
  { desk, log }: ConsoleTools,
  { id, signal }: HttpRequest,
  erasure: {
    readonly person: string;
    readonly organisations: readonly string[];
    readonly look: boolean;
  },
): Promise<Erased | undefined> {
  try {
    return await desk.erase({ ...erasure, organisations: [...erasure.organisations] }, signal);
  } catch (error) {
    if (!(error instanceof DeskUnreachable)) throw error;
    log.error({ event: 'console.desk-unreachable', request: id }, error);
    return undefined;
  }
}

const BACK = { text: 'Back to a person’s data', href: LEAVERS };

const erased = (
  tools: ConsoleTools,
  reader: Reader,
  { requests, open }: { readonly requests: number; readonly open: number },
): HttpResponse =>
  notice(tools, consoleFrame(reader, 'person-data'), 200, {
    heading: 'Their data was erased',
    says: [
      'Their words are gone here: what they asked, what they were told, and comments about it.',
      `${requests} of their requests that had ended ${requests === 1 ? 'is' : 'are'} gone at the people services desk, with files and notes.`,
      ...(open === 0
        ? []
        : [
            `${open} ${open === 1 ? 'has' : 'have'} not ended, and stay${open === 1 ? 's' : ''}. Do this again once ${open === 1 ? 'it has' : 'they have'}.`,
          ]),
      'Copies are not reached: backups, Teams, other receiving services, what their manager was told of their requests, and what a manager sent about them.',
    ],
    links: [BACK],
  });

/** The same words whether there never was anybody, or they are another system’s. */
const nobody = (tools: ConsoleTools, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'person-data'), 404, {
    heading: 'We found nothing to erase',
    says: ['Nothing is kept of anybody with that id or address, or it is gone already.'],
    links: [BACK],
  });

const deskIsAway = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'person-data'), 503, {
    heading: 'Nothing was erased yet',
    says: ['The people services desk does not answer. Wait a minute, and do it again.'],
    kept: wordsIn(request),
    links: [BACK],
  });
