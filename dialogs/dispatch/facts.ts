/** All that may be told of a request, by name, for connectors that put it into words of another system. */
import type { Request } from '../request';
import type { Description } from './description';

/** What is not known of a request is not in it. */
export type Facts = Readonly<Record<string, string | number | boolean>>;

/** The facts that every request has. */
export const ALWAYS_KNOWN = ['key', 'service', 'organisation'] as const;

/** The names of all facts, but for those of the request's own fields: `fields.firstDay`. */
export const FACTS = [
  ...ALWAYS_KNOWN,
  'serviceTitle',
  'subject',
  'organisationName',
  'requesterId',
  'requesterName',
  'requesterEmail',
  'helpedBy',
  'onBehalfOf',
  'post',
  'summary',
  'details',
  'confirmedAt',
  'serviceLevelDays',
  'expectedBy',
  'isDecided',
  'approvedBy',
  'approvedAt',
] as const;
type Fact = (typeof FACTS)[number];

export function factsOf(request: Request, about: Description): Facts {
  const fields = Object.entries(request.fields);
  const facts: Record<Fact, string | number | boolean | null | undefined> = {
    key: request.id,
    service: request.service,
    serviceTitle: about.serviceTitle,
    subject: subjectOf(request, about),
    organisation: request.organisation,
    organisationName: about.organisationName,
    requesterId: request.requestedBy,
    requesterName: about.requester.name,
    requesterEmail: about.requester.email,
    helpedBy: request.byPhone?.name,
    onBehalfOf: about.onBehalfOf,
    post: request.post,
    summary: request.summary,
    details: detailsOf(request),
    confirmedAt: request.confirmedAt,
    serviceLevelDays: about.serviceLevelDays,
    expectedBy: request.expectedBy,
    isDecided: about.isDecided,
    approvedBy: about.approval?.by,
    approvedAt: about.approval?.at,
  };
  const own = fields.map(([name, value]) => [`fields.${name}`, value] as const);
  return Object.fromEntries(
    [...Object.entries(facts), ...own].flatMap(([name, value]) =>
      value == null || value === '' ? [] : [[name, value]],
    ),
  );
}

/** For lists and lock screens, which others see: of a private service it does not say which. */
const subjectOf = ({ id }: Request, { serviceTitle, isPrivate }: Description): string =>
  isPrivate ? `A request to people services (${id})` : `${serviceTitle} (${id})`;

/** All fields, one a line; and below them what the policies say, which whoever decides has to know. */
const detailsOf = ({ fields, warnings }: Request): string =>
  [
    ...Object.entries(fields).map(([name, value]) => `${name}: ${value}`),
    ...(warnings === undefined ? [] : ['', ...warningLines(warnings)]),
  ].join('\n');

/** In plain text, where nothing is bold and no number leads anywhere. */
const warningLines = ({ lines, sources }: NonNullable<Request['warnings']>): readonly string[] => [
  'What the policies say of it, in the words for who asked:',
  ...lines.map((line) => `- ${line.replaceAll('**', '')}`),
  ...sources.map(({ number, title, heading }) => `[${number}] ${title}: ${heading}`),
];
