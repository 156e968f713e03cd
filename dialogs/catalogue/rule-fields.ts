/** The fields of a service that a rule looks at. */
import type { Check, Rule } from './rule-schema';

/** The field that a person would change so that it holds; undefined for a check of nothing that is asked. */
export function fieldToChange(check: Check): string | undefined {
  switch (check.kind) {
    case 'notice':
    case 'tell-by':
    case 'soon-after':
    case 'weeks-before':
    case 'from-day':
    case 'at-most':
      return check.field;
    case 'used-by':
      return check.first;
    case 'length':
      return check.last;
    case 'service':
      return check.by.field;
    case 'sent-before':
    case 'told':
      return undefined;
  }
}

export const fieldsOf = ({ when, check }: Rule): readonly string[] => [
  ...(when === undefined ? [] : [when.field]),
  ...lookedAt(check),
];

function lookedAt(check: Check): readonly string[] {
  switch (check.kind) {
    case 'notice':
      return [check.field, check.byLength?.last, check.unlessCome].filter(
        (name) => name !== undefined,
      );
    case 'tell-by':
    case 'soon-after':
    case 'at-most':
      return [check.field];
    case 'weeks-before':
    case 'from-day':
      return [check.field, check.of];
    case 'used-by':
      return [check.first, check.weeks, check.of];
    case 'length':
      return [check.first, check.last];
    case 'service':
      return [check.by.field, ...(check.shortAlsoOn === undefined ? [] : [check.shortAlsoOn])];
    case 'sent-before':
    case 'told':
      return [];
  }
}
