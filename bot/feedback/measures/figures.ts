/**
 * The figures of one organisation and month, as trees: what is published, and what adds up to what.
 * The three wholes count different things; none is a part of another, or a sum of parts of another.
 */
import { services } from '../../../dialogs';
import { RATINGS } from '../interaction';
import { VERDICTS } from '../verdict';
import { ANSWERS, ENDINGS, OTHER_TURNS, type Tally } from './happened';
import { promise } from './people-promise';
import { everybody, type Figure } from './suppression';

type Split = readonly Figure[];

export function figuresOf(tally: Tally): readonly Figure[] {
  const one = (id: string): Figure => ({ id, ...(tally.get(id) ?? NOTHING), splits: [] });
  const each = (dimension: string, names: readonly string[]): Split =>
    names.map((name) => one(`${dimension}:${name}`));
  const elements = [
    ...promise.map(({ id, policies }) => whole(`element:${id}`, each('topic', policies))),
    whole('element:none', each('topic', ['own-document', 'no-policy'])),
  ];
  const byService = services.map(({ id }) =>
    whole(`service:${id}`, each('time', [`${id}/in-time`, `${id}/late`])),
  );
  return [
    whole(
      'whole:interactions',
      [
        whole('outcome:with-answer', each('answer', ANSWERS), elements),
        ...each('outcome', [...ENDINGS, 'other']),
      ],
      [whole('rated:rated', each('rating', RATINGS)), one('rated:unknown')],
      [whole('reviewed:reviewed', each('verdict', VERDICTS)), one('reviewed:not-reviewed')],
    ),
    whole('whole:other-messages', each('turn', [...OTHER_TURNS, 'other'])),
    whole('whole:requests-done', [...byService, one('service:other')]),
  ];
}

const NOTHING = { count: 0, people: new Set<string>() } as const;

const whole = (id: string, ...splits: readonly [Split, ...Split[]]): Figure => ({
  id,
  count: splits[0].reduce((sum, part) => sum + part.count, 0),
  people: everybody(splits[0]),
  splits,
});
