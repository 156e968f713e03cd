/** The figures of its clause that a rule cannot do without. */
import type { Check, Rule } from './rule-schema';

/** What the check itself looks up, by name. */
export function figuresOf(check: Check): readonly string[] {
  switch (check.kind) {
    case 'notice':
      return given(check.least, check.byLength?.leave, check.byLength?.notice);
    case 'tell-by':
    case 'weeks-before':
      return [check.weeks];
    case 'soon-after':
    case 'used-by':
      return [check.within];
    case 'from-day':
      return [check.day];
    case 'length':
      return given(check.least, check.most);
    case 'at-most':
      return [check.most];
    case 'service':
      return given(check.least, check.by.weeks);
    case 'sent-before':
      return [check.most, check.in];
    case 'told':
      return [];
  }
}

/** Slots without which nothing is said: of a list of sentences, those that stand in each. They may be fields too. */
export function slotsOf({ says }: Pick<Rule, 'says'>): readonly string[] {
  const [first = [], ...others] = [says]
    .flat()
    .map((text) => [...text.matchAll(/\{([^}]*)\}/g)].flatMap(([, name]) => name ?? []));
  return first.filter((name) => others.every((slots) => slots.includes(name)));
}

const given = (...names: readonly (string | undefined)[]): readonly string[] =>
  names.filter((name) => name !== undefined);
