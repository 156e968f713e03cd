/** A rule that an organisation does not have yet: its number, and whether it would stand. */
import { addClause, type Wording } from '../../knowledge';
import { today } from '../calendar/days';
import { HOLDS_MORE, plainFaults, readDraft, type Checked } from './check-draft';
import { type Fault } from './fault';
import type { ConsoleTools } from './console-parts';
import type { RulePlace } from './own-clause';
import { lineFaults } from './plain-words';
import type { NewRule } from './wording-changes';

const [SHORTEST_HEADING, LONGEST_HEADING] = [3, 90];
const [SHORTEST_QUESTION, LONGEST_QUESTION] = [8, 90];

type Tools = Pick<ConsoleTools, 'policies' | 'variations' | 'answering' | 'wordingChanges'>;

/**
 * A number that was ever given, or asked for, is not given again: answers and histories name it.
 * Two people who ask at the same moment get the same; the second to be published is told.
 */
export async function newRuleId(
  { variations, wordingChanges }: Pick<Tools, 'variations' | 'wordingChanges'>,
  { organisation, policy }: RulePlace,
): Promise<string> {
  const history = await variations.history(organisation);
  const used = history
    .filter((entry) => entry.policy === policy.meta.id)
    .flatMap(({ clauses }) => clauses.map(({ number }) => number));
  for (let number = Math.max(0, ...used) + 1; ; number += 1) {
    const id = `${organisation}/${policy.meta.id}.${number}`;
    if ((await wordingChanges.ofClause([organisation], id)).length === 0) return id;
  }
}

export async function checkNewRule(
  tools: Tools,
  place: RulePlace,
  id: string,
  { rule, wording }: { readonly rule: NewRule; readonly wording: Wording },
  now: Date,
): Promise<Checked> {
  const plain = [...headFaults(rule), ...plainFaults(wording), ...(await standsIn(tools, place))];
  if (plain.length > 0) return { kind: 'faulty', faults: plain };
  const { organisation, policy } = place;
  const file = {
    organisation,
    policy: policy.meta.id,
    owner: `People services of ${organisation}`,
    note: 'Written and approved in the console: its history says by whom, and why.',
  };
  const clause = {
    number: Number(id.slice(id.lastIndexOf('.') + 1)),
    heading: rule.heading,
    question: rule.question,
    wording,
    replaces: place.national,
  };
  const content = addClause(place.content, file, clause, today(now));
  const at = { id, file: `${organisation}/${policy.meta.id}.md`, before: undefined };
  return content === undefined ? HOLDS_MORE : readDraft(tools, place, content, at, now);
}

function headFaults({ heading, question }: NewRule): readonly Fault[] {
  const faults: Fault[] = [];
  if (heading.length < SHORTEST_HEADING || heading.length > LONGEST_HEADING)
    faults.push({
      at: 'heading',
      text: `Write a heading of ${SHORTEST_HEADING} to ${LONGEST_HEADING} characters`,
    });
  if (
    question.length < SHORTEST_QUESTION ||
    question.length > LONGEST_QUESTION ||
    !question.endsWith('?')
  )
    faults.push({
      at: 'question',
      text: `Write a question of ${SHORTEST_QUESTION} to ${LONGEST_QUESTION} characters that ends with a question mark`,
    });
  return [...faults, ...lineFaults('heading', heading), ...lineFaults('question', question)];
}

/** One national clause has one own rule in its place. */
async function standsIn(
  { variations }: Pick<Tools, 'variations'>,
  { organisation, national }: RulePlace,
): Promise<readonly Fault[]> {
  if (national === undefined) return [];
  const there = (await variations.current(organisation)).find(
    ({ replaces }) => replaces === national.id,
  );
  return there === undefined
    ? []
    : [
        {
          at: 'replaces',
          text: `Your own rule “${there.heading}” is in place of that clause already. Change that one`,
        },
      ];
}
