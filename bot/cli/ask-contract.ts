/** What goes into `ask --batch` and what comes out: scripts outside rely on these shapes. */
import { z } from 'zod';
import { plainText, oneLine, StaffGroup } from '../../knowledge';
import { wholeText, type Reply } from '../conversation/reply';

export const LONGEST_TEXT = 4000;

export const Line = z.object({
  id: z.union([z.string(), z.number()]).optional(),
  text: z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(LONGEST_TEXT, `must be at most ${LONGEST_TEXT} characters`),
  organisation: z.string().nullish(),
  staffGroup: StaffGroup.nullish(),
  role: z.enum(['staff', 'manager']).nullish(),
  on: z.iso.date().nullish(),
  history: z.array(z.string().trim().min(1).max(LONGEST_TEXT)).max(50).nullish(),
});
export type Line = z.infer<typeof Line>;

/** One line of output. `elapsedMs` is the turn alone. */
export function toJson(
  id: string | number | null,
  text: string,
  reply: Reply,
  elapsedMs: number,
): string {
  const started =
    reply.request !== null &&
    (reply.request.stage === 'asking' || reply.request.stage === 'confirming');
  return JSON.stringify({
    id,
    text,
    outcome: reply.outcome,
    topic: reply.citations[0]?.policy ?? null,
    answer: toPlainAnswer(wholeText(reply)),
    citations: reply.citations.map(
      ({ policy, clause, title, heading, quote, version, url, file }) => ({
        policy,
        clause,
        title,
        heading,
        quote,
        version,
        url,
        file,
      }),
    ),
    topics: reply.topics,
    request: started
      ? {
          service: reply.request?.service,
          stage: reply.request?.stage,
          fields: reply.request?.fields,
        }
      : null,
    offers: reply.offers,
    elapsedMs: Math.round(elapsedMs * 100) / 100,
  });
}

/** What the person reads, without citation markers. */
export const toPlainAnswer = (markdown: string): string =>
  plainText(markdown)
    .replace(/ ?\[\d+\]/g, '')
    .replace(/[ \t]+$/gm, '')
    .trim();

/** The answer for somebody at a terminal, with its sources below. */
export function toTerminal(reply: Reply): string {
  const answer = plainText(wholeText(reply));
  const sources = reply.citations.map(
    ({ number, title, heading, url, file }) =>
      `[${number}] ${title}: ${oneLine(heading)} — ${url ?? file ?? ''}`,
  );
  const next = reply.buttons.map(({ label }) => `  · ${label}`);
  return [
    answer,
    sources.join('\n'),
    next.length > 0 ? `You can also say:\n${next.join('\n')}` : '',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}
