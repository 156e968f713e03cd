/** Utterances for requests, as they are written and how they are judged. See dialogs/evaluation/README.md. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Reply } from '../../conversation/reply';

/** The day on which all of them are said. */
export const SAID_ON = '2027-02-01';

const Fields = z.record(z.string(), z.union([z.string(), z.number()]));

export const Utterance = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['request', 'question', 'other']),
    role: z.enum(['staff', 'manager']),
    text: z.string().min(1),
    service: z.string().nullable(),
    /** What the message itself says; of free text a few words that the field must hold. */
    fields: Fields,
  })
  .refine(({ kind, service }) => (kind === 'request') === (service !== null), {
    message: 'a request has a service, and nothing else has one',
  });
export type Utterance = z.infer<typeof Utterance>;

/** @throws Error that names the file and line of the first utterance that cannot be read */
export function readUtterances(file: string): readonly Utterance[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [Utterance.parse(JSON.parse(line))];
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        throw new Error(`${file}:${index + 1}: ${why}`, { cause: error });
      }
    });
}

/** What became of one utterance. */
export interface RequestMark {
  /** `offered`: a button starts the right service; `none`: nothing was started, and it was not offered. */
  readonly heard: 'right' | 'offered' | 'another' | 'none';
  /** Of the fields, where the right service was started. */
  readonly right: readonly string[];
  readonly missed: readonly string[];
  /** Fields that say something else than they should, or that nobody said. */
  readonly wrong: readonly string[];
}

export function judgeRequest({ service, fields }: Utterance, reply: Reply): RequestMark {
  const started = reply.request?.service ?? null;
  const nothing = { right: [], missed: [], wrong: [] };
  if (started === null)
    return {
      heard: service !== null && reply.offers.includes(service) ? 'offered' : 'none',
      ...nothing,
    };
  if (started !== service) return { heard: 'another', ...nothing };
  const got: z.infer<typeof Fields> = reply.request?.fields ?? {};
  const names = Object.keys(fields);
  const right = names.filter((name) => isSame(fields[name], got[name]));
  return {
    heard: 'right',
    right,
    missed: names.filter((name) => got[name] === undefined),
    // What a message is kept as a whole in ("detail") is no mistake where nobody named a part of it.
    wrong: Object.keys(got).filter((name) => !right.includes(name) && !isWhole(name, fields)),
  };
}

const isWhole = (name: string, fields: z.infer<typeof Fields>): boolean =>
  name === 'detail' && fields[name] === undefined;

function isSame(expected: string | number | undefined, got: string | number | undefined): boolean {
  if (expected === undefined || got === undefined) return false;
  if (typeof expected === 'number') return Number(got) === expected;
  const [one, other] = [loose(expected), loose(String(got))];
  return one === other || other.includes(one);
}

const loose = (words: string): string =>
  words
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export interface RequestTally {
  readonly requests: number;
  readonly right: number;
  readonly offered: number;
  readonly another: number;
  /** Of what is no request, how many started one. */
  readonly others: number;
  readonly falseStarts: number;
  /** Of fields, where the right service was started: the harmonic mean of precision and recall, 0 to 1; undefined where the set tells of no fields. */
  readonly fieldsF1: number | undefined;
}

export function tallyRequests(
  marked: readonly { readonly utterance: Utterance; readonly mark: RequestMark }[],
): RequestTally {
  const requests = marked.filter(({ utterance }) => utterance.service !== null);
  const others = marked.filter(({ utterance }) => utterance.service === null);
  const count = (heard: RequestMark['heard']): number =>
    requests.filter(({ mark }) => mark.heard === heard).length;
  const sum = (of: 'right' | 'missed' | 'wrong'): number =>
    requests.reduce((total, { mark }) => total + mark[of].length, 0);
  const faults = requests
    .map(({ utterance, mark }) => changed(utterance, mark))
    .reduce((total, one) => total + one, 0);
  // A field with a wrong value counts once as missed and once as said by nobody.
  const f1 = (2 * sum('right')) / (2 * sum('right') + sum('missed') + sum('wrong') + faults);
  const tellsFields = requests.some(({ utterance }) => Object.keys(utterance.fields).length > 0);
  return {
    requests: requests.length,
    right: count('right'),
    offered: count('offered'),
    another: count('another'),
    others: others.length,
    falseStarts: others.filter(({ mark }) => mark.heard === 'another').length,
    fieldsF1: tellsFields ? Math.round(f1 * 1000) / 1000 : undefined,
  };
}

const changed = ({ fields }: Utterance, { wrong }: RequestMark): number =>
  wrong.filter((name) => fields[name] !== undefined).length;
