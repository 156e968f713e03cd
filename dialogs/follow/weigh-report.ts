/**
 * What is new in a report. Pure: the caller reads what happened before and writes what is new, in
 * one transaction.
 *
 * Reports may come late and in any order, so each status counts once, and after its end a request
 * has no other: what is done is never undone by an older "received".
 */
import { dayIn } from '../dispatch/connectors/read-moment';
import type { RequestEvent } from '../request';
import type { StatusReport, Reported } from './reports';
import type { FollowedRequest } from './request-log';
import { ENDS, expectedOf } from './where-it-is';

/** @param known the receiver's own reference, where it was told before */
export function weighReport(
  followed: FollowedRequest,
  report: StatusReport,
  known: string | null,
): Exclude<Reported, { kind: 'unknown-request' | 'other-words' }> {
  const end = followed.events.find(({ kind }) => ENDS.includes(kind));
  if (end !== undefined) {
    const isOther =
      report.status !== null && ENDS.includes(report.status) && report.status !== end.kind;
    return isOther ? { kind: 'ended-otherwise', as: end.kind } : { kind: 'nothing-new' };
  }
  // Its own word that it has the request; our reference stands for one that is not told.
  const receiverReference = report.reference ?? known ?? report.request;
  const { request, at, by } = report;
  const base = { request, at, by, receiverReference };
  const day = newDay(followed, report, base);
  const statuses = newStatuses(followed, report, base, day.length > 0);
  const events = report.status === null ? [...statuses, ...day] : [...day, ...statuses];
  return events.length === 0 ? { kind: 'nothing-new' } : { kind: 'recorded', events };
}

type Base = Pick<RequestEvent, 'request' | 'at' | 'by' | 'receiverReference'>;

/** Whoever tells a day of a request, approves, declines or ends it has received it: it is never said afterwards. */
function newStatuses(
  { events }: FollowedRequest,
  { status, note }: StatusReport,
  base: Base,
  hasDay: boolean,
): RequestEvent[] {
  const has = (kind: RequestEvent['kind']): boolean => events.some((event) => event.kind === kind);
  const received: RequestEvent[] = has('received')
    ? []
    : [{ ...base, kind: 'received', by: null, note: null }];
  if (status === null) return hasDay ? received : [];
  if (has(status)) return [];
  const told: RequestEvent = { ...base, kind: status, note };
  return status === 'received' ? [told] : [...received, told];
}

function newDay(
  followed: FollowedRequest,
  { status, expectedBy, at, reason }: StatusReport,
  base: Base,
): RequestEvent[] {
  const isEnd = status !== null && ENDS.includes(status);
  // A day that has passed, in London, is no promise.
  if (expectedBy === null || isEnd || expectedBy < (dayIn(at) ?? '')) return [];
  const current = expectedOf(followed);
  const isOlder = (current?.moved?.at ?? '') > at;
  if (isOlder || current?.by === expectedBy) return [];
  return [{ ...base, kind: 'expected', note: reason, expectedBy }];
}
