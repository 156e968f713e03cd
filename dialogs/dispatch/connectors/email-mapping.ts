/** Where requests go by e-mail. The mail server is the program's own, in its settings. */
import { z } from 'zod';

export const EmailMapping = z.strictObject({
  kind: z.literal('e-mail'),
  /** The mailbox of the receiving service; a shared one, which somebody reads every working day. */
  to: z.email('must be one e-mail address'),
});
export type EmailMapping = z.infer<typeof EmailMapping>;
