/** What the policies ask of a request, in words: each line with the clause that says so. */
import type { Request, ServiceDefinition } from '../../dialogs';
import type { Citation } from '../../knowledge';
import { wording } from '../wording';
import type { Button, ShownCitation } from './reply';
import type { Scene } from './room';
import type { Found } from './rule-check';

export interface RulesShown {
  readonly lines: readonly string[];
  readonly citations: ShownCitation[];
}

/** @param organisation how staff call it; undefined for an asker of none */
export function rulesShown(found: readonly Found[], organisation: string | undefined): RulesShown {
  const citations = numbered(found.flatMap(({ clause }) => clause.citations));
  const marks = ({ clause }: Found): string =>
    clause.citations.map((one) => `[${numberOf(one, citations)}]`).join(' ');
  const lines = found.map((one) => {
    const { finding, clause } = one;
    const isOwn = clause.isOwn && organisation !== undefined;
    return [
      ...(isOwn ? [wording.ownRule.at(organisation)] : []),
      finding.says,
      marks(one),
      ...(clause.unconfirmed && !clause.isOwn ? [wording.unconfirmed] : []),
      ...(finding.instead === undefined ? [] : [finding.instead]),
    ].join(' ');
  });
  return { lines, citations };
}

function numbered(all: readonly Citation[]): ShownCitation[] {
  const once = [...new Map(all.map((citation) => [citation.clause, citation])).values()];
  return once.map((citation, index) => ({ number: index + 1, ...citation }));
}

const numberOf = ({ clause }: Citation, citations: readonly ShownCitation[]): number =>
  citations.find((shown) => shown.clause === clause)?.number ?? 0;

/** One line is a paragraph, several are a list. */
export const listed = (lines: readonly string[]): string =>
  lines.length === 1 ? (lines[0] ?? '') : lines.map((line) => `- ${line}`).join('\n');

/** Other services that may be what they need, a press each. */
export function offersOf(
  { asking, tools }: Scene,
  found: readonly Found[],
): readonly ServiceDefinition[] {
  const ids = new Set(found.flatMap(({ finding }) => finding.offers ?? []));
  return [...ids].flatMap((id) => tools.dialogs.offer(id, asking.asker) ?? []);
}

export const offerButtons = (offered: readonly ServiceDefinition[]): Button[] =>
  offered.map(({ id, title }) => ({ label: title, press: { kind: 'start', service: id } }));

/** What stays with the request, for who decides on it; nothing where nothing was found. */
export function warningsOf(
  found: readonly Found[],
  organisation: string | undefined,
): Pick<Request, 'warnings'> {
  if (found.length === 0) return {};
  const { lines, citations } = rulesShown(found, organisation);
  return { warnings: { lines: [...lines], sources: citations } };
}
