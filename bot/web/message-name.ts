/** Names what a form brings. Made when its page is drawn, so that the same form sent twice is one message. */
import { z } from 'zod';

export const MessageName = z.string().regex(/^[\w-]{8,64}$/);
