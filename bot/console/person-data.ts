/**
 * All that is kept about one person, for somebody who asked for it in another way than in the chat:
 * an administrator makes it, with a reason, and hands it to them. It is written down before it is shown.
 */
import { z } from 'zod';
import { reviewableBy } from '../directory/people-team';
import type { Person } from '../directory/directory';
import type { HttpRequest, HttpResponse } from '../http/route';
import { forThePerson } from '../own-data/for-the-person';
import { sectionsOf } from '../own-data/sections';
import { dataFile } from '../web/data-file';
import { page } from '../web/page';
import { ownDataWording } from '../wording-own-data';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { isReason, REASON_LENGTH } from './reason';

export const PERSON_DATA = '/console/person-data';
export const LEAVERS = `${PERSON_DATA}/leavers`;

const Asked = z.object({
  email: z.string().trim().catch(''),
  reason: z.string().trim().catch(''),
  as: z.enum(['page', 'file']).catch('page'),
});
type Asked = z.infer<typeof Asked>;

/** What is wrong with a form, and in which of its fields. */
export interface Problem {
  readonly field: string;
  readonly text: string;
}

export const askForPerson = async (tools: ConsoleTools, _request: HttpRequest, reader: Reader) =>
  askPage(tools, reader, { problems: [] });

export async function showPersonData(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const asked = Asked.parse(request.body);
  const person = await personFor(tools, reader, asked.email);
  const problems = [
    ...(person === undefined
      ? [
          {
            field: 'email',
            text: 'Write the e-mail address of somebody whose data you may hand over',
          },
        ]
      : []),
    ...(isReason(asked.reason)
      ? []
      : [
          {
            field: 'reason',
            text: `Say how and when they asked, in ${REASON_LENGTH}`,
          },
        ]),
  ];
  if (person === undefined || problems.length > 0)
    return askPage(tools, reader, { asked, problems });
  const { now } = request;
  const { reason } = asked;
  const who = reader.person.id;
  await tools.reading.audit({ at: now, who, did: 'exported-data', what: person.id, reason });
  const data = await forThePerson({ ...tools.ownData, directory: tools.directory }, person, now);
  if (asked.as === 'file') return dataFile(data);
  const body = tools.render('console/templates/person-data.njk', {
    ...consoleFrame(reader, 'person-data'),
    name: person.name,
    words: ownDataWording,
    sections: sectionsOf(data),
    hasErrors: false,
  });
  return page(body, 200, { 'cache-control': 'no-store' });
}

/** Of their system; not themselves, who can ask in the chat, and nobody below or above them in the line. */
async function personFor(
  { directory }: ConsoleTools,
  { person: reader, may }: Reader,
  email: string,
): Promise<Person | undefined> {
  const { organisations, except } = await reviewableBy(directory, reader, may.audit);
  return (await directory.people()).find(
    (person) =>
      person.email?.toLowerCase() === email.toLowerCase() &&
      organisations.includes(person.organisation) &&
      !except.includes(person.id),
  );
}

/** Both forms: a copy for somebody, and erasure for somebody who has left. */
export function askPage(
  tools: ConsoleTools,
  reader: Reader,
  {
    asked = { email: '', reason: '', as: 'page' },
    leaver,
    problems,
  }: {
    readonly asked?: Asked;
    readonly leaver?: { readonly who: string; readonly reason: string };
    readonly problems: readonly Problem[];
  },
): HttpResponse {
  const body = tools.render('console/templates/ask-person-data.njk', {
    ...consoleFrame(reader, 'person-data'),
    ...asked,
    leaver,
    leavers: LEAVERS,
    message: tools.newId(),
    hasErrors: problems.length > 0,
    problems,
    problemOf: Object.fromEntries(problems.map(({ field, text }) => [field, { text }])),
  });
  return page(body, problems.length > 0 ? 422 : 200);
}
