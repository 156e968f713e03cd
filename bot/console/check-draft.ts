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
import { valueField, type Fault } from './fault';
import { lostFigures } from './lost-figures';
import { askFaults, textFaults } from './plain-words';
import type { OwnClause, RulePlace } from './own-clause';

const LONGEST_TEXT = 4000;
const [SHORTEST_ASK, LONGEST_ASK] = [3, 300];
const MOST_ASKS = 40;
const FIGURE_NAME = /^[a-z][a-z0-9-]*$/;

export interface SoundDraft {
  /** The file with the change, and what was read from it; null where nothing is left. */
  readonly content: string | null;
  readonly clauses: readonly VariationClause[];
  /** All of the organisation's own clauses, with the change. */
  readonly all: readonly VariationClause[];
  /** As it is in force; undefined for a new rule. */
  readonly before: VariationClause | undefined;
  /** Undefined for a rule that is withdrawn. */
  readonly changed: VariationClause | undefined;
}

export interface SoundWording extends SoundDraft {
  readonly content: string;
  readonly changed: VariationClause;
}

interface Faulty {
  readonly kind: 'faulty';
  readonly faults: readonly Fault[];
}

export type Checked = Faulty | { readonly kind: 'sound'; readonly draft: SoundWording };

type Tools = Pick<ConsoleTools, 'policies' | 'variations' | 'answering'>;

export async function checkDraft(
  tools: Tools,
  own: OwnClause,
  wording: Wording,
  now: Date,
): Promise<Checked> {
  const plain = plainFaults(wording);
  if (plain.length > 0) return { kind: 'faulty', faults: plain };
  const { clause } = own;
  const content = rewriteClause(own.content, clause.number, wording, today(now));
  const at = { id: clause.id, file: clause.file, before: clause };
  return content === undefined ? HOLDS_MORE : readDraft(tools, own, content, at, now);
}

/** @param content the whole file with the change in it */
export async function readDraft(
  tools: Tools,
  { organisation, policy, national }: RulePlace,
  content: string,
  {
    id,
    file,
    before,
  }: { readonly id: string; readonly file: string; readonly before: VariationClause | undefined },
  now: Date,
): Promise<Checked> {
  const read = parseVariation(file, content, tools.policies.policies);
  if ('errors' in read) return faultsInWords(read.errors);
  const changed = read.clauses.find((clause) => clause.id === id);
  if (changed === undefined) return HOLDS_MORE;
  const lost = lostFigures(changed, before, national);
  if (lost.length > 0) return { kind: 'faulty', faults: lost };
  const others = (await tools.variations.current(organisation)).filter(
    (each) => each.policy !== policy.meta.id,
  );
  const all = [...others, ...read.clauses];
  const faults = await tools.answering.checkWording({ organisation, clauses: all }, today(now));
  return faults.length > 0
    ? faultsInWords(faults)
    : { kind: 'sound', draft: { content, clauses: read.clauses, all, before, changed } };
}

export const faultsInWords = (faults: readonly OwnFault[]): Faulty => faulty(faults.map(inWords));

const faulty = (texts: readonly string[]): Faulty => ({
  kind: 'faulty',
  faults: [...new Set(texts)].map((text) => ({
    at: ABOUT_ASKS.test(text) ? 'asks' : 'text',
    text,
  })),
});

const ABOUT_ASKS = /ways of asking|asked twice/i;

export const HOLDS_MORE: Checked = faulty([
  'Leave out headings (lines that begin with ##) and lines of ```: the words of one clause have none',
]);

/** What can be told without reading it as a file. */
export function plainFaults({ text, values, asks = [] }: Wording): readonly Fault[] {
  const faults: Fault[] = [];
  if (text === '') faults.push({ at: 'text', text: 'Write what the rule says' });
  if (text.length > LONGEST_TEXT)
    faults.push({ at: 'text', text: `Write at most ${LONGEST_TEXT} characters` });
  if (asks.length > MOST_ASKS)
    faults.push({
      at: 'asks',
      text: `Write at most ${MOST_ASKS} ways of asking, one on each line`,
    });
  if (asks.some((ask) => ask.length < SHORTEST_ASK || ask.length > LONGEST_ASK))
    faults.push({
      at: 'asks',
      text: `Write each way of asking in ${SHORTEST_ASK} to ${LONGEST_ASK} characters`,
    });
  faults.push(...textFaults('text', text), ...askFaults('asks', asks));
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
