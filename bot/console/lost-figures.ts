/**
 * An own rule in place of a national clause takes over its figures, and requests are held against
 * them. Without one of them nobody would be told any more that they ask too late or for too much,
 * so such a rule is not taken: silence is no rule, and the national figure may not be theirs.
 */
import { figuresLost, type FigureLost } from '../../dialogs';
import type { Clause, VariationClause } from '../../knowledge';
import { valueField, type Fault } from './fault';

/** @param before the own rule as it is in force; undefined for a new one, which takes over the national figures */
export function lostFigures(
  changed: VariationClause,
  before: VariationClause | undefined,
  national: Clause | undefined,
): readonly Fault[] {
  const was = before ?? national;
  if (changed.replaces === null || was === undefined) return [];
  return figuresLost(changed.replaces, was.values, changed.values).map((lost) =>
    lost.isOfAnotherKind
      ? {
          at: valueField(lost.name),
          text: `Write ${lost.name} so that it can be counted like “${lost.was}”: ${usedFor(lost)}`,
        }
      : {
          at: 'text',
          text: `Give the figure ${lost.name} too, and write {${lost.name}} where it stands in the words: ${usedFor(lost)}. It is ${lost.was} ${before === undefined ? 'in the national clause' : 'now'}`,
        },
  );
}

const usedFor = ({ services }: FigureLost): string =>
  `requests of the kind ${services.map((title) => `“${title}”`).join(' and ')} are checked against it`;
