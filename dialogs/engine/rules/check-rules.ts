/**
 * What the policies ask of a request and is not so. Pure: the figures come from whoever has read
 * the clauses, and a rule whose clause is not among them is not for this person.
 */
import type { FieldDefinition, ServiceDefinition } from '../../catalogue/schema';
import { fieldToChange } from '../../catalogue/rule-fields';
import type { Check, Rule } from '../../catalogue/rule-schema';
import type { Draft, FieldValue } from '../../request';
import { serviceOf } from '../ask';
import type { Asker } from '../asker';
import { fieldInWords, fillSlots } from '../read-back';
import { inWords } from '../reading/days';
import { matterOf, type Verdict } from './matter';
import { judge } from './verdict';

/** By clause: its figures as written, by name. */
export type FiguresOf = ReadonlyMap<string, Readonly<Record<string, string>>>;

export interface Finding {
  readonly clause: string;
  /** True where the request cannot be sent as it is. */
  readonly stops: boolean;
  readonly says: string;
  readonly instead: string | undefined;
  /** Another service that may be what they need. */
  readonly offers: string | undefined;
  /** Of a stop: what would mend it. */
  readonly change: Change | undefined;
}

export interface Change {
  readonly field: FieldDefinition;
  /** A value with which it holds, where one is known, and how it is told. */
  readonly to: { readonly value: FieldValue; readonly words: string } | undefined;
}

/** Every clause that the rules of a service name. */
export const clausesOf = ({ rules }: Pick<ServiceDefinition, 'rules'>): readonly string[] => [
  ...new Set(
    rules.flatMap(({ clause, unless }) => (unless === undefined ? [clause] : [clause, unless])),
  ),
];

/** Stops first. */
export function checkRules(draft: Draft, asker: Asker, figures: FiguresOf): readonly Finding[] {
  const service = serviceOf(draft, asker);
  const findings = service.rules.flatMap(
    (rule) => find(rule, service, draft, asker, figures) ?? [],
  );
  return [...findings.filter(({ stops }) => stops), ...findings.filter(({ stops }) => !stops)];
}

function find(
  rule: Rule,
  service: ServiceDefinition,
  draft: Draft,
  asker: Asker,
  figuresOf: FiguresOf,
): Finding | undefined {
  const figures = figuresOf.get(rule.clause);
  const isLifted = rule.unless !== undefined && figuresOf.has(rule.unless);
  if (figures === undefined || isLifted || !isMeant(rule, draft)) return undefined;
  const verdict = judge(rule.check, matterOf(draft, asker, figures));
  const words = verdict.is === 'fails' ? rule.says : verdict.is === 'unknown' ? rule.ifUnknown : [];
  const filled = (text: Rule['instead'] | readonly string[]): string | undefined =>
    [text ?? []]
      .flat()
      .map((one) => fill(one, verdict, figures, draft, asker))
      .find((one) => one !== undefined);
  const says = filled(words);
  if (says === undefined) return undefined;
  const stops = rule.otherwise === 'stop' && verdict.is === 'fails';
  return {
    clause: rule.clause,
    stops,
    says,
    instead: filled(rule.instead),
    offers: rule.offers,
    change: stops ? changeOf(rule.check, service, verdict, asker) : undefined,
  };
}

const isMeant = ({ when }: Rule, { fields }: Draft): boolean =>
  when === undefined || fields[when.field] === when.is;

/** Undefined unless every slot is known. */
function fill(
  text: string,
  { limit, since }: Verdict,
  figures: Readonly<Record<string, string>>,
  draft: Draft,
  asker: Asker,
): string | undefined {
  const own = Object.entries({ theDay: limit, sinceDay: since }).flatMap(([name, day]) =>
    day === undefined ? [] : [[name, inWords(day)] as const],
  );
  const all = [...Object.entries(figures), ...own];
  const filled = all.reduce(
    (rest, [name, value]) => rest.replaceAll(`{${name}}`, () => value),
    text,
  );
  return fillSlots(filled, draft, asker);
}

function changeOf(
  check: Check,
  { fields }: ServiceDefinition,
  { limit, mends }: Verdict,
  { today }: Asker,
): Change | undefined {
  const field = fields.find(({ name }) => name === fieldToChange(check));
  if (field === undefined) return undefined;
  const value = mends === true && limit !== undefined && limit >= today ? limit : undefined;
  const words =
    value === undefined ? undefined : fieldInWords(field, { fields: { [field.name]: value } });
  return { field, to: value === undefined || words === undefined ? undefined : { value, words } };
}

/** The draft while it cannot be sent: the field that mends it is asked for, and a yes takes what was proposed. */
export function heldBack(draft: Draft, { field, to }: Change): Draft {
  return {
    ...draft,
    stage: 'asking',
    asked: field.name,
    ...(to !== undefined && { suggested: { [field.name]: to.value } }),
  };
}
