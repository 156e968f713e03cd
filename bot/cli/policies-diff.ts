/** `policies -- diff OLD NEW`: what changed between two copies of the set, in plain words. */
import path from 'node:path';
import { diffPolicies, loadPolicies, seedVariations, type Comparable } from '../../knowledge';
import { longDay } from '../calendar/days';
import { appliesTo } from '../web/policy-words';

export async function diffCommand(args: readonly string[]): Promise<number> {
  const [older, newer, ...rest] = args;
  if (older === undefined || newer === undefined || rest.length > 0) return 2;
  const lines = diffPolicies(setIn(older), setIn(newer), { day: longDay, appliesTo });
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** The policies of a folder, and organisations' own wording beside them. */
function setIn(folder: string): readonly Comparable[] {
  const policies = loadPolicies(folder);
  const own = seedVariations(path.join(folder, 'variations'), policies);
  return [
    ...policies.map(({ meta, clauses }) => ({
      ...meta,
      notCovered: meta.notCovered.map(({ topic }) => topic),
      clauses,
    })),
    ...own.map(({ organisation, policy, clauses }) => ({
      id: `${organisation}/${policy}`,
      title: `${clauses[0]?.policyTitle ?? policy} at ${organisation}`,
      summary: '',
      version: clauses[0]?.version ?? '',
      notCovered: [],
      clauses,
    })),
  ];
}
