/** Each rule of the catalogue against the policies that it rests on: its clause, its figures, its words. */
import { services, type ServiceDefinition } from '../../dialogs';
import { figuresOf as figuresNamed } from '../../dialogs/catalogue/rule-figures';
import { amountOf } from '../../dialogs/engine/rules/figure';
import { built } from '../support/built';

type Rule = ServiceDefinition['rules'][number];

const clauses = new Map(
  built.policies.flatMap((policy) => policy.clauses).map((one) => [one.id, one]),
);
const own = built.seeds.flatMap((seed) => seed.clauses);
const rules = services.flatMap((service) =>
  service.rules.map((rule, index) => ({
    name: `${service.id} ${index}: ${rule.clause}`,
    service,
    rule,
  })),
);

/** The national figures of a clause, or those of each own rule that stands in its place. */
const figuresOf = ({ clause }: Rule): readonly Readonly<Record<string, string>>[] => [
  clauses.get(clause)?.values ?? {},
  ...own.filter(({ replaces }) => replaces === clause).map(({ values }) => values),
];

describe.each(rules)('the rule $name', ({ service, rule }) => {
  const words = [rule.says, rule.ifUnknown, rule.instead]
    .flat()
    .filter((text) => text !== undefined);

  it('rests on a clause of the policies, which its staff groups can read', () => {
    expect(clauses.get(rule.clause)?.staffGroups).not.toHaveLength(0);
    if (rule.unless !== undefined) expect([...clauses.keys()]).toContain(rule.unless);
  });

  it('finds each figure that it needs beside the clause, or in a rule that stands in its place', () => {
    const complete = figuresOf(rule).filter((figures) =>
      figuresNamed(rule.check).every((name) => amountOf(figures[name]) !== undefined),
    );
    expect(complete).not.toHaveLength(0);
  });

  it('can say every word of what it says', () => {
    const known = ['theDay', 'sinceDay', ...service.fields.map(({ name }) => name)];
    const slots = words.flatMap((text) =>
      [...text.matchAll(/\{([^}]*)\}/g)].map(([, name]) => name!),
    );
    const figures = figuresOf(rule).flatMap((all) => Object.keys(all));
    for (const slot of slots) expect([...known, ...figures]).toContain(slot);
  });

  it('has no figure of its own in its words', () => {
    expect(words.join(' ')).not.toMatch(/\d/);
    expect(words.join(' ').replaceAll(/\{[^}]*\}/g, '')).not.toMatch(
      /\b(?:twice|half|double|two|three|four|five|six|seven|eight|nine|ten|dozen)\b/i,
    );
  });

  it('stops nobody on the strength of a clause without a source', () => {
    if (rule.otherwise === 'stop')
      expect(clauses.get(rule.clause)?.confidence).not.toBe('unconfirmed');
  });
});

describe('figures that stand beside a clause and in the catalogue', () => {
  const numberOf = (clause: string, name: string) =>
    amountOf(clauses.get(clause)?.values[name])?.amount;

  it('of carer’s leave, are twice the leave in each of the clause’s examples', () => {
    const clause = 'carers-leave-and-time-off-for-dependants.10';
    const check = services
      .find(({ id }) => id === 'carers-leave')
      ?.rules.find((rule) => rule.clause === clause)?.check;
    const example = check?.kind === 'notice' ? check.byLength : undefined;
    const times = numberOf(clause, example!.notice)! / numberOf(clause, example!.leave)!;
    for (const length of ['two-days', 'three-days', 'five-days'])
      expect(numberOf(clause, `${length}-notice`)).toBe(times * numberOf(clause, length)!);
  });

  it.each([
    ['paternity-leave', 'paternity-and-maternity-support-leave.1', 'long'],
    ['shared-parental-leave', 'shared-parental-leave.2', 'most'],
    ['neonatal-care-leave', 'neonatal-care-leave.1', 'most'],
    ['unpaid-parental-leave', 'parental-leave-unpaid.2', 'total'],
  ])('of %s, are the most weeks that can be asked for', (service, clause, figure) => {
    const weeks = services
      .find(({ id }) => id === service)
      ?.fields.find(({ name }) => name === 'weeks');
    expect(weeks?.max).toBe(numberOf(clause, figure));
  });
});
