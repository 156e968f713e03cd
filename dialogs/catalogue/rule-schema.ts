/**
 * A Rule is what a clause of the policies asks of a request, checked before it is sent.
 *
 * It is data: which clause, what has to hold, what is said where it does not. It names figures and
 * holds none: they stand beside the clause, and where an organisation has its own rule in place of
 * the clause they are that rule's. Where the clause is not for the asker, or lacks the figure,
 * nothing is checked and nothing is said.
 */
import { z } from 'zod';
import { FieldName, ServiceId } from './names';

const ClauseId = z.string().regex(/^[a-z][a-z0-9-]*\.\d+$/, 'must be the id of a clause');
const Figure = z.string().regex(/^[a-z][a-z0-9-]*$/, 'must be the name of a figure of the clause');

/** Words with `{slots}`: fields, figures of the clause, `theDay` up to or from which it holds, `sinceDay` on which service began. Of a list, the first whose slots are all known. */
const Words = z.union([z.string().min(10).max(300), z.array(z.string().min(10).max(300)).min(2)]);

/** Which day of a week that runs from Sunday to Saturday, as the policies count them. */
const DayOfWeek = z.enum(['first', 'last']);

/** The day of the field may be that of a birth, or one on which a baby was due: once it has come, nobody can tell which. */
const DueOrBorn = z.boolean().optional();

export const Check = z.discriminatedUnion('kind', [
  /** From today to the day of the field it is at least so long; `byLength`, also as long as the leave asks for, by one example of the clause. Not asked once the day of `unlessCome` has come. */
  z.strictObject({
    kind: z.literal('notice'),
    field: FieldName,
    least: Figure,
    byLength: z.strictObject({ last: FieldName, leave: Figure, notice: Figure }).optional(),
    unlessCome: FieldName.optional(),
  }),
  /** Today is not past that day of the week that lies so many weeks before the week of the field, which is still to come. */
  z.strictObject({ kind: z.literal('tell-by'), field: FieldName, weeks: Figure, day: DayOfWeek }),
  /** Today is at most so long after the day of the field. */
  z.strictObject({ kind: z.literal('soon-after'), field: FieldName, within: Figure }),
  /** The field is not before the week that lies so many weeks before the week of another; certain only where it is later than tomorrow. */
  z.strictObject({
    kind: z.literal('weeks-before'),
    field: FieldName,
    of: FieldName,
    weeks: Figure,
  }),
  /** The field is not before such a day, the day of another field being the first. */
  z.strictObject({ kind: z.literal('from-day'), field: FieldName, of: FieldName, day: Figure }),
  /** So many weeks from the first day on end within that time of another day; certain where that day has come. */
  z.strictObject({
    kind: z.literal('used-by'),
    first: FieldName,
    weeks: FieldName,
    of: FieldName,
    within: Figure,
    dueOrBorn: DueOrBorn,
  }),
  /** From the first day to the last one, both counted; to today where the last one is open. */
  z.strictObject({
    kind: z.literal('length'),
    first: FieldName,
    last: FieldName,
    least: Figure.optional(),
    most: Figure.optional(),
  }),
  z.strictObject({ kind: z.literal('at-most'), field: FieldName, most: Figure }),
  /** So much service with this employer, or in the NHS, on a day counted from the field. */
  z.strictObject({
    kind: z.literal('service'),
    where: z.enum(['nhs', 'employer']),
    least: Figure,
    by: z.strictObject({
      field: FieldName,
      weeks: Figure.optional(),
      day: z.enum(['first', 'last', 'itself']),
    }),
    /** Too little is certain only where it is too little on the day of this field as well. */
    shortAlsoOn: FieldName.optional(),
    dueOrBorn: DueOrBorn,
  }),
  /** Fewer than so many were sent from here in the time up to today. */
  z.strictObject({ kind: z.literal('sent-before'), most: Figure, in: Figure }),
  /** Nothing that we could know: it is said to everybody that the clause is for. */
  z.strictObject({ kind: z.literal('told') }),
]);
export type Check = z.infer<typeof Check>;

export const Rule = z.strictObject({
  clause: ClauseId,
  /** Not for those for whom this clause counts, which says otherwise. */
  unless: ClauseId.optional(),
  /** The rule is only for requests with that value. */
  when: z.strictObject({ field: FieldName, is: z.string() }).optional(),
  check: Check,
  /** A stop is not offered to send. A warning is for who decides: policy leaves it open, or we cannot be sure. */
  otherwise: z.enum(['stop', 'warn']),
  says: Words,
  /** Said where what is known cannot tell, and then it never stops; left out: nothing is said. */
  ifUnknown: Words.optional(),
  /** What the person can do. */
  instead: Words.optional(),
  /** Another service that may be what they need. */
  offers: ServiceId.optional(),
});
export type Rule = z.infer<typeof Rule>;

/** A rule as its file has it. */
export type RuleData = z.input<typeof Rule>;
