/** Changed wording, read and checked as a file of it would be: what is wrong, in words for whoever wrote it. */
import {
  FIGURE,
  parseVariation,
  rewriteClause,
  type OwnFault,
  type VariationClause,
  type Wording,
} from '../../knowledge';
import { today } from '../calendar/days';
import type { ConsoleTools } from './console-parts';
import type { OwnClause } from './own-clause';

const LONGEST_TEXT = 4000;
const FIGURE_NAME = /^[a-z][a-z0-9-]*$/;

export interface Fault {
  /** The field of the form that it is about. */
  readonly at: string;
  readonly text: string;
}

export interface SoundDraft {
  /** The file with the change, and what was read from it. */
  readonly content: string;
  readonly clauses: readonly VariationClause[];
  /** All of the organisation's own clauses, with the change. */
  readonly all: readonly VariationClause[];
  readonly changed: VariationClause;
}

export type Checked =
  | { readonly kind: 'faulty'; readonly faults: readonly Fault[] }
  | { readonly kind: 'sound'; readonly draft: SoundDraft };

export const valueField = (name: string): string => `value-${name}`;

export async function checkDraft(
  tools: Pick<ConsoleTools, 'policies' | 'variations' | 'answering'>,
  own: OwnClause,
  wording: Wording,
  now: Date,
): Promise<Checked> {
  const plain = plainFaults(wording);
  if (plain.length > 0) return { kind: 'faulty', faults: plain };
  const { clause, organisation, policy } = own;
  const content = rewriteClause(own.content, clause.number, wording, today(now));
  if (content === undefined) return faulty([HOLDS_MORE]);
  const read = parseVariation(clause.file, content, tools.policies.policies);
  if ('errors' in read) return faulty(read.errors.map(inWords));
  const changed = read.clauses.find(({ id }) => id === clause.id);
  if (changed === undefined) return faulty([HOLDS_MORE]);
  const others = (await tools.variations.current(organisation)).filter(
    (each) => each.policy !== policy.meta.id,
  );
  const all = [...others, ...read.clauses];
  const faults = await tools.answering.checkWording({ organisation, clauses: all }, today(now));
  return faults.length > 0
    ? faulty(faults.map(inWords))
    : { kind: 'sound', draft: { content, clauses: read.clauses, all, changed } };
}

const faulty = (texts: readonly string[]): Checked => ({
  kind: 'faulty',
  faults: [...new Set(texts)].map((text) => ({ at: 'text', text })),
});

const HOLDS_MORE =
  'Leave out headings (lines that begin with ##) and lines of ```: the words of one clause have none';

/** What can be told without reading it as a file. */
function plainFaults({ text, values }: Wording): readonly Fault[] {
  const faults: Fault[] = [];
  if (text === '') faults.push({ at: 'text', text: 'Write what the rule says' });
  if (text.length > LONGEST_TEXT)
    faults.push({ at: 'text', text: `Write at most ${LONGEST_TEXT} characters` });
  for (const [name, value] of Object.entries(values)) {
    if (!FIGURE_NAME.test(name))
      faults.push({
        at: 'new-name',
        text: 'Name the figure in small letters with hyphens, such as most-carried',
      });
    else if (!FIGURE.test(value))
      faults.push({
        at: valueField(name),
        text: `Write ${name} as a number and what it counts, such as 27 days, £194.32 or 90%`,
      });
  }
  return faults;
}

/** Without the places in files, which whoever reads this does not have. */
function inWords({ problem, remedy }: OwnFault): string {
  const bare = problem.replace(/^[a-z0-9/-]+\.\d+: /, '').replaceAll(/ \([^()\s]+:\d+\)/g, '');
  return `${bare.charAt(0).toUpperCase()}${bare.slice(1)} ${remedy}`;
}
