/** What comes from the form in which wording is changed: the words, the figures by name, and why. */
import { z } from 'zod';
import type { Wording } from '../../knowledge';
import { MessageName } from '../web/message-name';
import { valueField, type Fault } from './fault';

export const SHORTEST_REASON = 10;
export const LONGEST_REASON = 500;
const VALUE = valueField('');

export const Words = z.string().transform((text) => text.replaceAll('\r\n', '\n').trim());
/** One way of asking on each line; where there was no such field, they stay as they are. */
export const Lines = z
  .string()
  .transform((text) =>
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  )
  .optional();

const Form = z.object({
  clause: z.string().min(1).max(300),
  message: MessageName,
  /** Of the wording that was changed: see `baseOf`. */
  base: z.string().max(100).default(''),
  /** An earlier change that these words go on from. */
  instead: z.string().max(100).default(''),
  do: z.enum(['preview', 'edit', 'send']),
  text: Words,
  asks: Lines,
  reason: z.string().trim().default(''),
  'new-name': z.string().trim().max(100).default(''),
  'new-value': z.string().trim().max(100).default(''),
});
const Fields = z.record(z.string(), z.unknown());

export interface WordingForm {
  readonly clause: string;
  readonly message: string;
  readonly base: string;
  readonly instead: string;
  readonly do: 'preview' | 'edit' | 'send';
  readonly wording: Wording;
  readonly reason: string;
}

/** @returns undefined for what our page would not send */
export function readWordingForm(body: unknown): WordingForm | undefined {
  const form = Form.safeParse(body).data;
  if (form === undefined) return undefined;
  const { text, asks, ...rest } = form;
  return { ...rest, wording: { text, values: figuresIn(body, form), ...(asks && { asks }) } };
}

/** Those that have a name already, and the one that was only just named. */
export function figuresIn(
  body: unknown,
  { 'new-name': name, 'new-value': value }: { 'new-name': string; 'new-value': string },
): Record<string, string> {
  const added = name === '' && value === '' ? {} : { [name]: value };
  return { ...valuesIn(body), ...added };
}

const valuesIn = (body: unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(Fields.catch({}).parse(body)).flatMap(([field, value]) =>
      field.startsWith(VALUE) && typeof value === 'string'
        ? [[field.slice(VALUE.length), value.trim()]]
        : [],
    ),
  );

export const reasonFaults = (reason: string): readonly Fault[] =>
  reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON
    ? [
        {
          at: 'reason',
          text: `Say why, in ${SHORTEST_REASON} to ${LONGEST_REASON} characters`,
        },
      ]
    : [];
