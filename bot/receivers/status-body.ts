/** What a receiving service may send of a request: the words on the wire, described in deployment/connectors.md. */
import { z } from 'zod';
import { RequestId } from '../../dialogs';

const Words = z.string().trim().min(1).max(2000);
const Name = z.string().trim().min(1).max(200);

export const StatusBody = z
  .strictObject({
    /** Our reference. */
    key: RequestId,
    status: z.enum(['received', 'approved', 'declined', 'done']).optional(),
    /** When it happened. */
    at: z.iso.datetime({ offset: true }),
    by: Name.optional(),
    note: Words.optional(),
    reference: Name.optional(),
    /** The day by which it is expected now, */
    expectedBy: z.iso.date().optional(),
    /** and why. */
    reason: Words.optional(),
  })
  .superRefine(({ status, expectedBy, note, reason }, context) => {
    const wrong = (path: string, message: string): void => {
      context.addIssue({ code: 'custom', path: [path], message });
    };
    if (status === undefined && expectedBy === undefined) {
      wrong('status', 'must be there, or expectedBy');
    }
    if (status === 'declined' && note === undefined) {
      wrong('note', 'must say why it is declined: the person will read it');
    }
    if (expectedBy !== undefined && reason === undefined) {
      wrong('reason', 'must say why the day is another one: the person will read it');
    }
  });
export type StatusBody = z.infer<typeof StatusBody>;
