/**
 * A Request is one thing a member of staff has asked a service to do.
 *
 * It is written once, at the moment they confirm, and never edited afterwards: what happens
 * next is recorded beside it as events. While they are still answering questions there is no
 * Request, only a Draft.
 */
import { z } from 'zod';

/** Dates `YYYY-MM-DD`, times `HH:MM`, people as said, hours and money as numbers. */
export const FieldValue = z.union([z.string(), z.number()]);
export type FieldValue = z.infer<typeof FieldValue>;

/** `PS-` and six letters or digits that cannot be mistaken for one another. */
export const RequestId = z.string().regex(/^PS-[0-9A-HJKMNP-TV-Z]{6}$/);
export type RequestId = z.infer<typeof RequestId>;

/** What may be sent along: photos, and pages that nothing can run in. */
export const FILE_TYPES = ['image/jpeg', 'image/png', 'image/heic', 'application/pdf'] as const;

/** A file that goes with a request. What is in it is kept elsewhere, under its id. */
export const AttachedFile = z.object({
  /** Made from what is in it and from the message that brought it. */
  id: z.string().regex(/^[0-9a-f]{64}$/),
  /** As the person named it, made safe to show; no other file of the request has it. */
  name: z.string().min(1).max(80),
  type: z.enum(FILE_TYPES),
  /** In bytes. */
  size: z.int().positive(),
});
export type AttachedFile = z.infer<typeof AttachedFile>;

export const Draft = z.object({
  id: z.string(),
  person: z.string(),
  service: z.string(),
  serviceVersion: z.int().positive(),
  fields: z.record(z.string(), FieldValue),
  /** Names of optional fields that the person was asked about and left out. */
  skipped: z.array(z.string()),
  stage: z.enum(['asking', 'confirming']),
  /** The field that was asked last, while asking. */
  asked: z.string().nullable(),
  /** How often in a row the same field was not understood. */
  misses: z.int().nonnegative(),
  /** The last answer was "I don't know": it could be read, and is not called unreadable. */
  isUnsure: z.boolean().optional(),
  /** Facts the directory filled in, by name, such as the post; shown and correctable. */
  filledIn: z.record(z.string(), z.string()),
  /** Values of a "Did you mean …?", which a yes to it accepts; gone after one turn. */
  suggested: z.record(z.string(), FieldValue).optional(),
  /** They spoke of one day, of which it is asked which it is; gone after one turn. */
  isOneDay: z.boolean().optional(),
  /** The first day of the week or month that was named where no day was: "2 days in may". */
  spokenOf: z.iso.date().optional(),
  /** Of the last read-back of its answers. */
  nonce: z.string(),
  /** The request that was sent and is to be changed: this one takes its place. */
  replaces: RequestId.optional(),
  /** Left out where none was ever added. */
  files: z.array(AttachedFile).optional(),
  /** Of its files as they are. Apart from `nonce`, so that a form of its answers still stands. */
  filesNonce: z.string().optional(),
  startedAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
});
export type Draft = z.infer<typeof Draft>;

/** Where a warning comes from, as whoever has read the policies gave it. */
const Source = z.object({
  number: z.int().positive(),
  policy: z.string(),
  clause: z.string(),
  title: z.string(),
  heading: z.string(),
  quote: z.string(),
  version: z.string().nullable(),
  url: z.string().nullable(),
  file: z.string().nullable(),
});

export const Request = z.object({
  id: RequestId,
  draft: z.string(),
  service: z.string(),
  serviceVersion: z.int().positive(),
  requestedBy: z.string(),
  organisation: z.string(),
  /** The post it is for. */
  post: z.string().nullable(),
  fields: z.record(z.string(), FieldValue),
  /** The read-back that the person agreed to, in words. */
  summary: z.string(),
  files: z.array(AttachedFile).optional(),
  confirmedAt: z.iso.datetime(),
  /** What the policies ask and is not so, in the words for who sent it all the same; `[1]` is the first source. */
  warnings: z.object({ lines: z.array(z.string()), sources: z.array(Source) }).optional(),
  /** Who wrote it down and sent it for them, on the phone; left out where they sent it themselves. */
  byPhone: z.object({ call: z.string(), helper: z.string(), name: z.string() }).optional(),
  /** The day by which the receipt said that it is usually done; requests of before have none. */
  expectedBy: z.iso.date().optional(),
});
export type Request = z.infer<typeof Request>;

/** What happened to a request after it was sent, in the fixed words of the receipts. */
export const RequestEvent = z.object({
  request: RequestId,
  kind: z.enum([
    'sent',
    'passed-on',
    'received',
    'approved',
    'declined',
    'done',
    'withdrawn',
    'parked',
    // What is asked and told beside its way: it is no step of it.
    'noted',
    'asked',
    'answered',
    /** It is expected on another day than was said before. */
    'expected',
    /** That day has passed. */
    'late',
  ]),
  at: z.iso.datetime(),
  /** A name or a team, where one is known. */
  by: z.string().nullable(),
  note: z.string().nullable(),
  /** The receiver's own reference, once it has one. */
  receiverReference: z.string().nullable(),
  /**
   * Of `sent` and `passed-on`: the id of the person who is to approve it. Null where it was passed
   * on to people services; left out where nobody has to approve it first.
   */
  to: z.string().nullable().optional(),
  /** Of `asked` and `answered`: which question it is, as the receiver numbers it. */
  question: z.string().optional(),
  /** Of `asked`: the id of the approver who asks; left out where the receiving service does. */
  askedBy: z.string().optional(),
  /** Of `expected` and `late`: the day that is meant. */
  expectedBy: z.iso.date().optional(),
});
export type RequestEvent = z.infer<typeof RequestEvent>;
