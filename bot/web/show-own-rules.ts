/** An organisation's own rules as the page of a policy shows them, each in its place. */
import type { VariationClause } from '../../knowledge';
import { longDay } from '../calendar/days';
import type { OwnRules } from './own-rules';
import { appliesTo, forceOf } from './policy-words';
import { markdown } from './policy-markdown';

export interface ShownOwnRule {
  readonly id: string;
  readonly heading: string;
  readonly html: string;
  readonly appliesTo: string;
  readonly force: ReturnType<typeof forceOf>;
  readonly dates: string;
}

export interface ShownOwnRules {
  /** Said at the top of the page; null where there is nothing to say. */
  readonly says: string | null;
  /** How staff call the organisation; null where no rules are shown. */
  readonly at: string | null;
  readonly notes: readonly string[];
  /** By the national clause that they prevail over. */
  readonly replacing: Readonly<Record<string, ShownOwnRule>>;
  /** By the national clause that they are shown with: links, because each rule stands once. */
  readonly beside: Readonly<Record<string, readonly ShownOwnRule[]>>;
  readonly added: readonly ShownOwnRule[];
}

/** @param day today, which decides what is in force */
export function showOwnRules(rules: OwnRules, day: string): ShownOwnRules {
  const clauses = rules.kind === 'of' ? rules.clauses : [];
  const shown = clauses.map((clause) => ({ clause, rule: showRule(clause, day) }));
  const national = new Set(clauses.flatMap(({ beside }) => beside));
  return {
    says: introduction(rules),
    at: rules.kind === 'of' && clauses.length > 0 ? rules.organisation.shortName : null,
    notes: [...new Set(clauses.map(({ note }) => note))],
    replacing: Object.fromEntries(
      shown.flatMap(({ clause: { replaces }, rule }) =>
        replaces === null ? [] : [[replaces, rule] as const],
      ),
    ),
    beside: Object.fromEntries(
      [...national].map((id) => [
        id,
        shown.filter(({ clause }) => clause.beside.includes(id)).map(({ rule }) => rule),
      ]),
    ),
    added: shown.filter(({ clause }) => clause.replaces === null).map(({ rule }) => rule),
  };
}

function introduction(rules: OwnRules): string | null {
  switch (rules.kind) {
    case 'none':
      return null;
    case 'unknown':
      return `We do not know an organisation called “${rules.asked}”, so this page shows the national policy alone.`;
    case 'of': {
      const name = rules.organisation.name;
      if (rules.clauses.length > 0)
        return `This page also shows the rules of ${name}. Each is marked as theirs. Where it has a rule of its own, that is the one to follow there.`;
      return rules.isAsked
        ? `${name} has no rules of its own on this, so this page shows the national policy alone.`
        : null;
    }
  }
}

const showRule = (clause: VariationClause, day: string): ShownOwnRule => ({
  id: clause.id,
  heading: clause.heading,
  html: markdown.render(clause.text),
  appliesTo: appliesTo(clause),
  force: forceOf(clause, day),
  dates: `Version ${clause.version ?? ''}, in force from ${longDay(clause.effective)}. To be reviewed by ${longDay(clause.review)}.`,
});
