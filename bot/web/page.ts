/** A whole page as a response. */
import { html, type HttpResponse } from '../http/route';

/**
 * Browsers that are told "no-referrer" send `Origin: null` with every form, which would make our
 * own forms look like somebody else's: within this server they may say where they come from.
 */
const REFERRER = { 'referrer-policy': 'same-origin' };

export const page = (
  body: string,
  status = 200,
  headers: Readonly<Record<string, string | readonly string[]>> = {},
): HttpResponse => html(body, status, { ...REFERRER, ...headers });
