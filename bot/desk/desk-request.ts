/**
 * What the people services desk is told, and what it tells: the words on its wire.
 *
 * The desk is a service of its own. It shares no code and no tables with the assistant, only
 * this interface, so that it can be swapped for a system that is already there.
 */
import { z } from 'zod';
import { Request } from '../../dialogs';
import transitions from './transitions.json';

export const DeskStatus = z.enum(['received', 'approved', 'declined', 'done']);
export type DeskStatus = z.infer<typeof DeskStatus>;

/** What may follow each status. `declined` and `done` are ends. */
const TRANSITIONS = z
  .object({
    /** Of a request that nobody has approved yet. */
    toApprove: z.record(DeskStatus, z.array(DeskStatus)),
    /** Of one that came approved: the desk does not decide on it again. */
    approvedBefore: z.record(DeskStatus, z.array(DeskStatus)),
    /** Of what nobody has to approve, such as a report of sickness. */
    nothingToApprove: z.record(DeskStatus, z.array(DeskStatus)),
  })
  .parse(transitions);

export const nextOf = (
  status: DeskStatus,
  { approval, isDecided }: Pick<DeskRequestBody, 'approval' | 'isDecided'>,
): DeskStatus[] => {
  if (!isDecided) return TRANSITIONS.nothingToApprove[status];
  return TRANSITIONS[approval === undefined ? 'toApprove' : 'approvedBefore'][status];
};

const Text = z.string().trim().min(1).max(4000);
const Name = z.string().trim().min(1).max(300);

/** The sender's id of a file: the same id is the same file. */
export const DeskFileId = z.string().regex(/^[0-9a-f]{64}$/, 'must be 64 hexadecimal digits');

export const DeskFile = z.object({
  id: DeskFileId,
  name: Name,
  type: z.string().regex(/^[a-z]+\/[a-z0-9.+-]+$/, 'must be a media type'),
  /** In bytes. */
  size: z.int().positive(),
});
export type DeskFile = z.infer<typeof DeskFile>;

/** A request as it is handed in. */
export const DeskRequestBody = z.object({
  /** The sender's own reference: the same key is the same request. */
  key: z.string().regex(/^[A-Za-z0-9-]{3,64}$/, 'must be 3 to 64 letters, digits or hyphens'),
  service: Name,
  serviceTitle: Name,
  /** The employer's id, and its name as people say it. */
  organisation: Name,
  organisationName: Name,
  /** The e-mail is empty of somebody who has left the directory: their request must arrive all the same. */
  requestedBy: z.object({ id: Name, name: Name, email: z.string().trim().max(300) }),
  /** Who of the people team sent it for them, by phone. */
  helpedBy: z.object({ id: Name, name: Name }).optional(),
  /** The person it is about, where that is not the requester. */
  onBehalfOf: Name.optional(),
  post: Name.nullable(),
  fields: z.record(z.string().max(100), z.union([z.string().max(4000), z.number()])),
  /** The read-back that the requester agreed to. */
  summary: Text,
  /** What the policies ask and is not so; left out where nothing was found, and by senders of before. */
  warnings: Request.shape.warnings,
  confirmedAt: z.iso.datetime(),
  /** Working days. */
  serviceLevelDays: z.number().nonnegative(),
  /** The day by which the person was told to expect it. */
  expectedBy: z.iso.date().optional(),
  /** False of what nobody has to approve. */
  isDecided: z.boolean().default(true),
  /** Files that go with it, which were handed in before it. */
  files: z.array(DeskFile).max(50).optional(),
  /** Who approved it before it was handed in, and when; left out where nobody did. */
  approval: z.object({ by: Name, at: z.iso.datetime() }).optional(),
});
export type DeskRequestBody = z.infer<typeof DeskRequestBody>;

export const DeskReceipt = z.object({ key: z.string(), reference: z.string() });

const DeskEventKind = z.enum(['status', 'expected', 'assigned', 'noted', 'asked', 'answered']);
/** What an event tells of. */
export type DeskEventKind = z.infer<typeof DeskEventKind>;
/** Of these the requester is told. */
export const TOLD = ['status', 'expected', 'noted', 'asked'] as const satisfies DeskEventKind[];

/** The desk waits for an answer of the requester, or has one that nobody has acted on. */
export const Waiting = z.enum(['asked', 'answered']);
export type Waiting = z.infer<typeof Waiting>;

export const DeskEvent = z.object({
  /** Rises over all events of the desk, without gaps to wait for. */
  number: z.int().positive(),
  key: z.string(),
  reference: z.string(),
  kind: DeskEventKind.default('status'),
  /** As it was then, or became. */
  status: DeskStatus,
  at: z.iso.datetime(),
  by: z.string().nullable(),
  /** The requester will read it, or has written it. */
  note: z.string().nullable(),
  /** Of an answer: the number of its question. */
  question: z.int().nullable().default(null),
  /** Who has it from then on; null where nobody has. */
  to: z.string().nullable().default(null),
  /** The day by which it is expected from then on; null of other events. */
  expectedBy: z.iso.date().nullable().default(null),
});
export type DeskEvent = z.infer<typeof DeskEvent>;

export const DeskEvents = z.object({
  events: z.array(DeskEvent),
  /** The newest number there is; 0 where nothing has happened yet. */
  last: z.int().nonnegative(),
});
export type DeskEvents = z.infer<typeof DeskEvents>;

export const DeskRequest = DeskRequestBody.extend({
  reference: z.string(),
  status: DeskStatus,
  receivedAt: z.iso.datetime(),
  /** Who of the desk has it. */
  assignee: z.object({ id: z.string(), name: z.string() }).nullable().default(null),
  waiting: Waiting.nullable().default(null),
  /** Whole hours since it was received. */
  ageHours: z.int().nonnegative(),
});
export type DeskRequest = z.infer<typeof DeskRequest>;

export const DeskRequestWithEvents = DeskRequest.extend({
  /** Oldest first. */
  events: z.array(DeskEvent),
  /** The statuses it may have next. */
  next: z.array(DeskStatus),
});
export type DeskRequestWithEvents = z.infer<typeof DeskRequestWithEvents>;

/** A request as it is once it was changed, and the number of the event that tells of the change. */
export const DeskRequestChanged = DeskRequestWithEvents.extend({ event: z.int().positive() });

/** How the queue is narrowed and ordered. What is not given, or is empty, narrows nothing. */
export const QueueFilter = z.object({
  statuses: z.array(DeskStatus).readonly(),
  organisations: z.array(z.string().min(1)).max(500).readonly(),
  service: z.string().max(100).optional(),
  /** An id, or `nobody`. */
  assignee: z.string().max(200).optional(),
  /** An id: requests about this person are left out, also of what is counted. */
  notAbout: z.string().min(1).max(300).optional(),
  /** Received before this time. */
  before: z.iso.datetime().optional(),
  /** Due on or after this day, and on or before this one. */
  dueFrom: z.iso.date().optional(),
  dueTo: z.iso.date().optional(),
  /** Oldest first where it is not given. */
  order: z.enum(['age', 'due']).optional(),
  /** From 1. */
  page: z.coerce.number().int().positive().max(100_000).default(1),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

export const DeskQueue = z.object({
  /** Oldest first, or those first that are expected first. */
  requests: z.array(DeskRequest),
  /** Every service that is in the queue, whatever else was asked for. */
  services: z.array(z.string()).default([]),
  page: z.int().positive(),
  pages: z.int().positive(),
  total: z.int().nonnegative(),
});
export type DeskQueue = z.infer<typeof DeskQueue>;

export const StatusChange = z.object({
  status: DeskStatus,
  /** The status the agent saw when deciding, so that two agents do not overwrite each other. */
  expected: DeskStatus,
  by: Name,
  note: z.string().trim().max(2000).optional(),
});
export type StatusChange = z.infer<typeof StatusChange>;

/** Why a change was not made. */
export const ChangeRefusal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changed-meanwhile'), status: DeskStatus, message: z.string() }),
  z.object({ kind: z.literal('not-allowed'), allowed: z.array(DeskStatus), message: z.string() }),
  z.object({ kind: z.literal('note-needed'), message: z.string() }),
  z.object({ kind: z.literal('unknown-request'), message: z.string() }),
  /** Somebody else has it, or it has ended. */
  z.object({ kind: z.literal('overtaken'), message: z.string() }),
]);
export type ChangeRefusal = z.infer<typeof ChangeRefusal>;

/** Who has it from now on, and who had it when that was decided: nobody is passed over unseen. */
export const Assignment = z.object({
  to: z.object({ id: Name, name: Name }).nullable(),
  from: Name.nullable(),
  by: Name,
});
export type Assignment = z.infer<typeof Assignment>;

/** What an agent writes to the requester: a question that can be answered, or a note. */
export const Written = z.object({
  kind: z.enum(['asked', 'noted']),
  /** Made with the form: the same one sent twice is one. */
  key: z.string().regex(/^[\w-]{8,64}$/),
  by: Name,
  text: z.string().trim().min(1).max(2000),
});
export type Written = z.infer<typeof Written>;

/** What the requester answered. Handed in under the request's key, since the sender knows it by that. */
export const AnswerBody = z.object({
  request: z.string(),
  question: z.coerce.number().int().positive(),
  by: Name,
  text: z.string().trim().min(1).max(4000),
  at: z.iso.datetime(),
});
export type AnswerBody = z.infer<typeof AnswerBody>;

export const ExpectedChange = z.object({
  expectedBy: z.iso.date(),
  /** The day that the agent saw, so that two agents do not overwrite each other; null where there was none. */
  seen: z.iso.date().nullable(),
  by: Name,
  /** Why. The requester will read it. */
  note: z.string().trim().min(1).max(2000),
});
export type ExpectedChange = z.infer<typeof ExpectedChange>;

/** Why the day was not changed. */
export const ExpectedRefusal = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('moved-meanwhile'),
    expectedBy: z.iso.date().nullable(),
    message: z.string(),
  }),
  z.object({ kind: z.literal('has-ended'), message: z.string() }),
  z.object({ kind: z.literal('same-day'), message: z.string() }),
  z.object({ kind: z.literal('day-has-passed'), message: z.string() }),
  z.object({ kind: z.literal('unknown-request'), message: z.string() }),
]);
export type ExpectedRefusal = z.infer<typeof ExpectedRefusal>;
