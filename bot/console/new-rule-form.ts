/** What comes from the form in which a new own rule is written. */
import { z } from 'zod';
import type { Wording } from '../../knowledge';
import { MessageName } from '../web/message-name';
import type { NewRule } from './wording-changes';
import { figuresIn, Lines, Words } from './wording-form';

/** Chosen where the national policy has no such rule. */
export const ADDS = 'none';

const Form = z.object({
  policy: z.string().min(1).max(200),
  organisation: z.string().min(1).max(100),
  message: MessageName,
  /** An earlier change that these words go on from. */
  instead: z.string().max(100).default(''),
  do: z.enum(['preview', 'edit', 'send']),
  replaces: z
    .union([z.literal(ADDS), z.coerce.number().int().positive()])
    .optional()
    .catch(undefined),
  heading: z.string().trim().max(5000),
  question: z.string().trim().max(5000),
  text: Words,
  asks: Lines,
  reason: z.string().trim().default(''),
  'new-name': z.string().trim().max(100).default(''),
  'new-value': z.string().trim().max(100).default(''),
});

export interface NewRuleForm extends Omit<
  z.infer<typeof Form>,
  'text' | 'asks' | 'heading' | 'question'
> {
  readonly rule: NewRule;
  readonly wording: Wording & Required<Pick<Wording, 'asks'>>;
}

/** @returns undefined for what our page would not send */
export function readNewRuleForm(body: unknown): NewRuleForm | undefined {
  const form = Form.safeParse(body).data;
  if (form === undefined) return undefined;
  const { text, asks = [], heading, question, ...rest } = form;
  const replaces = typeof rest.replaces === 'number' ? rest.replaces : null;
  return {
    ...rest,
    rule: { heading, question, replaces },
    wording: { text, values: figuresIn(body, form), asks },
  };
}
