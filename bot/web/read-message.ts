/** What a form of the chat page sends, as something said; or what is wrong with it, with the words kept. */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sensitivityOfEnds } from '../conversation/sensitive/sensitivity-of-ends';
import { Press, type Said } from '../conversation/turn';
import { withWritten, writtenIn } from '../conversation/written';
import { wording } from '../wording';
import { tooMuchIn } from './too-much-written';
import { MessageName } from './message-name';

/** As long as one message may be; a book in the box is still read, so that it can be given back. */
export const LONGEST_TEXT = 4000;
export const LONGEST_COMMENT = 2000;
export const LARGEST_FORM_BYTES = 1024 * 1024;

const Form = z.object({
  key: z.string().max(200),
  /** Made when the page was drawn. */
  message: MessageName,
  text: z.string().optional(),
  press: z.string().max(10_000).optional(),
  comment: z.string().optional(),
  /** Ticked where they would like the people team to reply. */
  reply: z.literal('yes').optional().catch(undefined),
  /** The newest sequence that the page shows. */
  after: z.coerce.number().int().nonnegative().catch(0),
});
export type Form = z.infer<typeof Form> & {
  /** By the names of the fields of a request's form. */
  readonly written: Readonly<Record<string, string>>;
};

export type ReadMessage =
  | { readonly kind: 'said'; readonly said: Said; readonly message: string }
  | { readonly kind: 'problem'; readonly problem: string; readonly text: string };

export function readForm(body: unknown): Form | undefined {
  const form = Form.safeParse(body).data;
  return form && { ...form, written: writtenIn(body) };
}

export function readMessage(form: Form): ReadMessage {
  const said = form.press === undefined ? readText(form.text ?? '') : readPress(form);
  if ('problem' in said) return { kind: 'problem', ...said };
  return { kind: 'said', said, message: messageId(form.message, said) };
}

function readText(written: string): Said | { problem: string; text: string } {
  const text = written.replaceAll('\r\n', '\n').trim();
  if (text === '') return { problem: wording.errors.empty, text: '' };
  if (text.length > LONGEST_TEXT) {
    const { level } = sensitivityOfEnds(text, LONGEST_TEXT);
    // Somebody who needs people first gets them, however much they wrote.
    const needsPeople = level === 'life-at-risk' || level === 'disclosure';
    if (!needsPeople) return { problem: wording.errors.tooLong(LONGEST_TEXT), text };
  }
  return { kind: 'text', text };
}

function readPress(form: Form): Said | { problem: string; text: string } {
  const text = form.text ?? '';
  const tooMuch = tooMuchIn(form.written);
  if (tooMuch !== undefined) return tooMuch;
  const press = Press.safeParse(withWritten(parseJson(form.press ?? ''), form.written));
  if (!press.success) return { problem: wording.request.oldButton, text };
  const comment = (form.comment ?? '').replaceAll('\r\n', '\n').trim();
  if (press.data.kind !== 'explain' && press.data.kind !== 'satisfied')
    return { kind: 'press', press: press.data };
  if (comment.length > LONGEST_COMMENT) {
    return { problem: wording.errors.tooLong(LONGEST_COMMENT), text: comment };
  }
  const words = comment === '' ? {} : { comment };
  if (press.data.kind === 'satisfied') return { kind: 'press', press: { ...press.data, ...words } };
  const wish = form.reply === undefined ? {} : { reply: true as const };
  return { kind: 'press', press: { ...press.data, ...words, ...wish } };
}

/**
 * The same thing sent twice from one page is one message; another thing sent from that page
 * (after going back, say) is another message, and must not be taken for the first.
 */
function messageId(page: string, said: Said): string {
  const digest = createHash('sha256').update(JSON.stringify(said)).digest('hex');
  return `${page}.${digest.slice(0, 16)}`;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
