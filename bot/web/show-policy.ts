/** A policy as its page shows it. */
import type { Clause, Policy } from '../../knowledge';
import { longDay } from '../calendar/days';
import { markdown } from './policy-markdown';
import { appliesTo, CONFIDENCE, forceOf } from './policy-words';

/** @param day today, which decides what is in force */
export function showPolicy({ meta, introduction, clauses }: Policy, day: string) {
  return {
    id: meta.id,
    title: meta.title,
    summary: meta.summary,
    owner: meta.owner,
    version: meta.version,
    effective: longDay(meta.effective),
    review: longDay(meta.review),
    force: forceOf({ effective: meta.effective, until: undefined }, day),
    introduction: markdown.render(introduction),
    clauses: clauses.map((clause) => showClause(clause, day)),
    notCovered: meta.notCovered.map(({ topic }) => topic),
  };
}

function showClause(clause: Clause, day: string) {
  return {
    id: clause.id,
    heading: clause.heading,
    html: markdown.render(clause.text),
    appliesTo: appliesTo(clause),
    confidence: CONFIDENCE[clause.confidence],
    isLocal: clause.local,
    force: forceOf(clause, day),
    effective: longDay(clause.effective),
    review: longDay(clause.review),
    version: clause.version,
    figures: Object.entries(clause.values).map(([name, value]) => ({
      name: name.replaceAll('-', ' '),
      value,
    })),
    sources: clause.sources.map(({ title, url, dated, seen }) => ({
      title,
      url: url !== undefined && /^https?:/.test(url) ? url : undefined,
      dated,
      seen: longDay(seen),
    })),
  };
}
