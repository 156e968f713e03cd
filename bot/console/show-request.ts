/** One request as the people who work it see it. */
import { fieldInWords, findService } from '../../dialogs';
import { bankHolidays } from '../calendar/bank-holidays';
import { longDay } from '../calendar/days';
import { dueDay } from '../calendar/due-day';
import type { DeskRequestWithEvents, DeskStatus } from '../desk/desk-request';
import { listed } from '../conversation/rule-shown';
import type { Directory } from '../directory/directory';
import { OPEN, requestAddress } from './request-list';
import { ageInWords, serviceLevel } from './request-age';
import type { Reader } from './console-parts';
import { showHistory } from './show-history';
import { levelTag, statusTag } from './tags';
import { replyHtml } from '../web/reply-html';
import { whenInWords } from './when';

/** How moving a request on is called before it is done. */
export const MOVES: Readonly<Record<DeskStatus, string>> = {
  received: 'Take it in',
  approved: 'Approve it',
  declined: 'Do not approve it',
  done: 'It is done',
};

/** Whoever sent a request for a caller does not decide on it too. */
export const mayMove = (
  { helpedBy }: Pick<DeskRequestWithEvents, 'helpedBy'>,
  { person }: Pick<Reader, 'person'>,
  status: DeskStatus,
): boolean => helpedBy?.id !== person.id || (status !== 'approved' && status !== 'declined');

export async function showRequest(request: DeskRequestWithEvents, directory: Directory, now: Date) {
  const requester = await directory.person(request.requestedBy.id);
  const about = await directory.person(request.onBehalfOf ?? '');
  const isOpen = OPEN.includes(request.status);
  const givenName = requester?.givenName ?? request.requestedBy.name;
  const post = requester?.posts.find(({ id }) => id === request.post);
  return {
    reference: request.reference,
    key: request.key,
    title: request.serviceTitle,
    summary: request.summary,
    status: statusTag(request.status),
    current: request.status,
    level: isOpen ? levelTag(serviceLevel(request, now, bankHolidays)) : null,
    requester: { name: request.requestedBy.name, email: request.requestedBy.email },
    /** As the note's hint names them: "Dana will read this". */
    givenName,
    helpedBy: request.helpedBy?.name,
    onBehalfOf: about?.name ?? request.onBehalfOf,
    post: post && `${post.title}, ${post.place}`,
    organisation: request.organisationName,
    confirmed: whenInWords(new Date(request.confirmedAt), now),
    approvedBy:
      request.approval &&
      `${request.approval.by}, ${whenInWords(new Date(request.approval.at), now)}`,
    age: isOpen ? ageInWords(new Date(request.receivedAt), now, bankHolidays) : null,
    due: longDay(dueDay(request)),
    fields: fieldsOf(request),
    files: filesOf(request),
    warnings: warningsOf(request),
    expectedBy: request.expectedBy ?? null,
    assignee: request.assignee,
    /** Of what has ended, nobody waits for any day or answer. */
    isOpen,
    history: showHistory(request.events, now),
    mayDecline: request.next.includes('declined'),
    moves: request.next.map((status) => ({ value: status, text: MOVES[status] })),
  };
}

const filesOf = ({ reference, files = [] }: DeskRequestWithEvents) =>
  files.map(({ id, name, type, size }) => ({
    name,
    about: `${type === 'application/pdf' ? 'PDF' : 'photo'}, ${sizeInWords(size)}`,
    href: `${requestAddress(reference)}/files/${id}`,
  }));

const sizeInWords = (bytes: number): string =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / (1024 * 1024)).toFixed(1)} MB`;

/** As its requester read them, and its approver in the chat. */
const warningsOf = ({ warnings }: DeskRequestWithEvents) =>
  warnings && {
    html: replyHtml(listed(warnings.lines), warnings.sources),
    sources: warnings.sources,
  };

/** In the order of the form; what this version of the catalogue does not know comes last, as it was sent. */
function fieldsOf({ service, fields }: DeskRequestWithEvents) {
  const known = findService(service)?.fields ?? [];
  const labelled = known.flatMap((field) => {
    const value = fieldInWords(field, { fields });
    return value === undefined ? [] : [{ label: labelOf(field.label), value }];
  });
  const unknown = Object.entries(fields)
    .filter(([name]) => !known.some((field) => field.name === name))
    .map(([name, value]) => ({ label: wordsOf(name), value: String(value) }));
  return [...labelled, ...unknown];
}

const labelOf = (label: string): string => capital(label.replace(/^(?:the|your|their) /, ''));

const wordsOf = (name: string): string =>
  capital(name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`));

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
