/** Mistakes that a policy foresees: each must be met by its own words, and never by what the policy itself says. */
import { createMistakes, type Mistakes } from '../premise/mistakes';
import { sentenceBy } from '../premise/sentence-by';
import type { Vocabulary } from '../words/vocabulary';
import { PolicyError } from './policy-error';
import type { PolicySet } from './policy-set';
import type { Clause, Day, Mistake } from './schema';

const SENTENCE_END = /(?<=[.!?])\s+|\n+/;
/** Stands in for an amount that no policy has. */
const STRANGE_AMOUNTS = ['77 days', '£77', '77%', '77 hours', '77 minutes', '77 miles'];

export function checkMistakes(
  set: PolicySet,
  vocabulary: Vocabulary,
  today: Day,
): readonly PolicyError[] {
  const mistakes = createMistakes(set, vocabulary);
  return set.policies
    .flatMap(({ clauses }) => clauses)
    .flatMap((clause) => [
      ...clause.mistaken.flatMap((mistake) => wrongIn(clause, mistake, mistakes, today)),
      ...contradicted(clause, mistakes, today),
    ]);
}

const told = (at: Clause, problem: string, remedy: string): PolicyError =>
  new PolicyError(at.file, at.line, `${at.id}: ${problem}`, remedy);

function wrongIn(clause: Clause, mistake: Mistake, mistakes: Mistakes, today: Day): PolicyError[] {
  const { said, by, value } = mistake;
  const errors: PolicyError[] = [];
  if (sentenceBy(clause.text, by) === undefined)
    errors.push(
      told(clause, `no sentence begins with "${by}".`, 'Write under "by" how the sentence begins that puts it right.'),
    );
  if (value !== undefined && !Object.hasOwn(clause.values, value))
    errors.push(
      told(clause, `"mistaken" names the figure ${value}, which the clause does not have.`, 'Name one under "values".'),
    );
  const unmet = said.filter((way) => !isMet(way, clause, mistakes, today));
  return [
    ...errors,
    ...unmet.map((way) =>
      told(clause, `the mistake "${way}" is not met by its own words.`, 'Say in it what it is about, and which way round.'),
    ),
  ];
}

function isMet(way: string, clause: Clause, mistakes: Mistakes, today: Day): boolean {
  const asker = askerOf(clause, today);
  return (way.includes('#') ? STRANGE_AMOUNTS : ['']).some(
    (amount) => mistakes.find(way.replace(/£?#/, amount), [clause.policy], asker).length > 0,
  );
}

/** What the policy says is right: nobody who says it may be put right. */
function contradicted(clause: Clause, mistakes: Mistakes, today: Day): PolicyError[] {
  return clause.text
    .replaceAll('**', '')
    .split(SENTENCE_END)
    .flatMap((sentence) => mistakes.find(sentence, [clause.policy], askerOf(clause, today)).slice(0, 1))
    .map((met) =>
      told(
        met.clause,
        `the mistake "${met.said}" is also met by what ${clause.id} says.`,
        'Put in a word that only somebody would use who is mistaken, or take it out.',
      ),
    );
}

function askerOf({ staffGroups, effective }: Clause, today: Day): { staffGroup: Clause['staffGroups'][number]; on: Day } {
  const [staffGroup = 'agenda-for-change'] = staffGroups;
  return { staffGroup, on: effective > today ? effective : today };
}
