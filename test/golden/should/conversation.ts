/** A conversation as it should go (README.md), read from its file, and what is wrong with a reply. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import { OutcomeName, wholeText, type Reply } from '../../../bot/conversation/reply';
import { wording } from '../../../bot/wording';

const Fragments = z.array(z.string().min(1)).nonempty();

const ShouldTurn = z.strictObject({
  staff: z.string(),
  should: z.union([
    OutcomeName.transform((one): OutcomeName[] => [one]),
    z.array(OutcomeName).nonempty(),
  ]),
  first: Fragments.optional(),
  says: z.array(Fragments).default([]),
  never: z.array(z.string()).default([]),
  cites: z.union([z.literal('none'), Fragments]).optional(),
  request: z
    .strictObject({
      service: z.string(),
      fields: z.record(z.string(), z.union([z.string(), z.number()])),
    })
    .optional(),
  atMostWords: z.int().positive().optional(),
});
type ShouldTurn = z.infer<typeof ShouldTurn>;

const Conversation = z.strictObject({
  shows: z.string(),
  who: z.string(),
  when: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/),
  turns: z.array(ShouldTurn).nonempty(),
});
type Conversation = z.infer<typeof Conversation>;

export function readConversation(file: string): Conversation {
  return Conversation.parse(parse(readFileSync(file, 'utf8')));
}

/** @returns what is wrong with the reply, a line each; nothing where it is as it should be */
export function faultsOf(turn: ShouldTurn, reply: Reply): string[] {
  const shown = plain(reply.text);
  const text = plain(wholeText(reply));
  const first = firstTwo(shown);
  const fault = (wrong: boolean, words: string): string[] => (wrong ? [words] : []);
  return [
    ...fault(
      !turn.should.includes(reply.outcome),
      `${reply.outcome}, not ${turn.should.join(' or ')}`,
    ),
    ...fault(
      turn.first !== undefined && !turn.first.some((one) => holds(first, one)),
      `does not begin with ${turn.first?.join(' | ')}`,
    ),
    ...turn.says.flatMap((ones) =>
      fault(!ones.some((one) => holds(text, one)), `does not say ${ones.join(' | ')}`),
    ),
    ...turn.never.flatMap((one) => fault(holds(text, one), `says ${one}`)),
    ...fault(!isCited(turn, reply), `does not cite ${[turn.cites ?? []].flat().join(' | ')}`),
    ...requestFaults(turn, reply),
    ...fault(
      shown.split(' ').length > (turn.atMostWords ?? Infinity),
      `is longer than ${turn.atMostWords} words`,
    ),
  ];
}

/** Letters as they are read: no bold, no citation marks, straight quotes, single spaces. */
function plain(text: string): string {
  return text
    .replace(/\*\*|\[\d+\]/g, '')
    .replace(/[‘’]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/\s+/g, ' ')
    .trim();
}

const ABOVE = [
  ...Object.values(wording.openings).filter((line) => line !== ''),
  wording.support.line('.+?').replace(/\.\.$/, '.'),
  wording.support.line(null),
].map(plain);

/** The first two sentences of the answer itself. "Yes." and "No." go with the sentence after them. */
function firstTwo(text: string): string {
  const start = ABOVE.map((line) => new RegExp(`^${line.replace(/\?$/, '\\?')} ?`)).reduce(
    (rest, line) => rest.replace(line, ''),
    text,
  );
  // "At Fellbridge:" is a label; a list belongs to the sentence that opens it.
  const [, label = '', rest = ''] = /^(At [^:.]+: )?(.*)$/.exec(start) ?? [];
  const sentences = rest.match(/(?:(?:Yes|No)\. )?.+?(?:[.?!](?= |$)|$)/g) ?? [];
  return label + sentences.slice(0, 2).join('');
}

function holds(text: string, fragment: string): boolean {
  const words = plain(fragment)
    .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
    .replace(/ ?… ?/g, '.{1,40}?');
  return new RegExp(`(?<![\\p{L}\\p{N}])${words}`, 'iu').test(text);
}

function isCited({ cites }: ShouldTurn, { citations }: Reply): boolean {
  if (cites === undefined) return true;
  if (cites === 'none') return citations.length === 0;
  return citations.some(({ policy, clause }) => cites.includes(policy) || cites.includes(clause));
}

function requestFaults({ request }: ShouldTurn, reply: Reply): string[] {
  if (request === undefined) return [];
  if (reply.request?.service !== request.service) return [`does not start ${request.service}`];
  return Object.entries(request.fields).flatMap(([name, value]) =>
    reply.request?.fields[name] === value ? [] : [`${name} is not ${value}`],
  );
}
