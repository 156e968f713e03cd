/** A sound policy file, as its writer would write it, with whatever the test is about changed. */
import type { Policy } from '../../knowledge';
import { parsePolicy } from '../../knowledge/policies/parse-policy';

export interface WrittenClause {
  readonly id?: number;
  readonly heading?: string;
  readonly question: string;
  readonly asks?: readonly string[];
  /** Further lines of its block, such as `differs: [2]`. */
  readonly fields?: string;
  readonly text: string;
}

function aPolicyFile(
  id: string,
  title: string,
  clauses: readonly WrittenClause[],
  fields = '',
): string {
  const written = clauses.map(
    ({ id: number, heading, question, asks = [], fields: more = '', text }, index) =>
      [
        `## ${heading ?? question.replace('?', '')}`,
        '',
        '```yaml',
        `id: ${number ?? index + 1}`,
        `question: ${question}`,
        ...(asks.length === 0 ? [] : ['asks:', ...asks.map((ask) => `  - ${ask}`)]),
        'sources: [s1]',
        ...(more === '' ? [] : [more]),
        '```',
        '',
        text,
        '',
      ].join('\n'),
  );
  return `---
id: ${id}
title: ${title}
summary: Everything about ${title.toLowerCase()}.
owner: National people policy team
version: "2026.1"
effective: 2026-04-01
review: 2027-04-01
staffGroups: [agenda-for-change]
${fields}sources:
  - id: s1
    title: NHS Employers handbook
    seen: 2026-11-01
    kind: official
---
${written.join('\n')}`;
}

/** @throws where the file is not sound after all */
export function aPolicy(...file: Parameters<typeof aPolicyFile>): Policy {
  const read = parsePolicy(`${file[0]}.md`, aPolicyFile(...file));
  if ('errors' in read) throw new Error(read.errors.map(({ message }) => message).join('\n'));
  return read.policy;
}
