import { normalise } from '../../bot/conversation/sensitive/normalise';
import type { Patterns } from '../../bot/conversation/sensitive/pattern';
import { happened, hear, lifeAtRisk, topics } from '../../bot/conversation/sensitive/rules';
import { patternBook } from '../../bot/conversation/sensitive/pattern';
import { built } from '../support/built';

const EVERY = 96;
const texts = built.policies
  .flatMap((policy) => policy.clauses)
  .flatMap(({ question, asks }) => [question, ...asks])
  .filter((_, index) => index % EVERY === 0)
  .map(normalise);
const heardIn = new Map(texts.map((said) => [said, hear(said)]));
/** As if everything had been heard: each pattern is tried. */
const everything = Array.from({ length: 10_000 }, (_, id) => id);

const lists: readonly (readonly [string, Patterns])[] = [
  ['life at risk, harmless', lifeAtRisk.harmless],
  ['life at risk', lifeAtRisk.patterns],
  ...Object.entries(happened),
  ...topics.flatMap(({ about, toMe, seen, words }) => [
    [`${about}, to me`, toMe] as const,
    [`${about}, seen`, seen] as const,
    [`${about}, words`, words] as const,
  ]),
];

describe('trying only the patterns of which a needed word was said', () => {
  it.each(lists)('changes nothing: %s', (_, list) => {
    const differs = texts.filter((said) => {
      const heard = heardIn.get(said) ?? [];
      const [quick, plain] = [list.exec(said, heard), list.exec(said, everything)];
      return (
        quick?.index !== plain?.index ||
        quick?.text !== plain?.text ||
        list.without(said, heard) !== list.without(said, everything)
      );
    });

    expect(differs).toEqual([]);
  });

  it.each([
    ['groups', '<pet> bit me', 'the dog bit me'],
    ['endings', 'grop(?:e|es|ed)', 'he groped'],
    ['what may be missing', '(?:my )?cats?', 'cat'],
    ['gaps', 'bit ~ hand', 'it bit me on the hand'],
    ['alternatives that need nothing', '(?:\\w+|cat)', 'hello'],
    ['what repeats', '(?:very ){2,3}sad', 'very very sad'],
    ['beginnings', '^(?!no )yes', 'yes'],
    ['short words', 'od', 'i will od'],
  ])('finds %s', (_, pattern, text) => {
    const { anyOf, hear: listen } = patternBook({ pet: ['dog', 'pet (?:rat|mouse)'] });
    const list = anyOf([pattern]);

    expect(list.test(text, listen(text))).toBe(true);
  });
});
