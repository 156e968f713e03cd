/** Checks a request against the real policies, for tests. */
import { dialogs, Draft, type Asker, type FiguresOf, type Finding } from '../../dialogs';
import type { Policy } from '../../knowledge';
import { built } from '../support/built';
import { anAsker, TODAY } from './an-asker';

type Group = Policy['meta']['staffGroups'][number];

const clauses = built.policies.flatMap((policy) => policy.clauses);

export interface Asked {
  readonly asker?: Partial<Asker>;
  readonly group?: Group;
}

export function found(
  service: string,
  fields: Draft['fields'],
  { asker = {}, group = 'agenda-for-change' }: Asked = {},
): readonly Finding[] {
  return dialogs.checkRules(draftOf(service, fields), anAsker(asker), figuresFor(group));
}

const known = new Map<Group, FiguresOf>();

/** Of the clauses that are for the group today. */
function figuresFor(group: Group): FiguresOf {
  const figures =
    known.get(group) ??
    new Map(
      clauses
        .filter(
          ({ staffGroups, effective, until }) =>
            staffGroups.includes(group) &&
            effective <= TODAY &&
            (until === undefined || TODAY <= until),
        )
        .map(({ id, values }) => [id, values] as const),
    );
  known.set(group, figures);
  return figures;
}

/** What was found of one clause: `stops`, `warns` or `nothing`. */
export function verdict(
  service: string,
  clause: string,
  fields: Draft['fields'],
  asked: Asked = {},
): 'stops' | 'warns' | 'nothing' {
  const finding = found(service, fields, asked).find((one) => one.clause === clause);
  return finding === undefined ? 'nothing' : finding.stops ? 'stops' : 'warns';
}

export function draftOf(service: string, fields: Draft['fields']): Draft {
  const at = `${TODAY}T12:00:00Z`;
  return Draft.parse({
    id: 'draft-1',
    person: 'person-1',
    service,
    serviceVersion: 1,
    fields,
    skipped: [],
    stage: 'confirming',
    asked: null,
    misses: 0,
    filledIn: { postId: 'post-1' },
    nonce: 'nonce-1',
    startedAt: at,
    updatedAt: at,
  });
}

/** Somebody whose post and NHS record began on those days. */
export const here = (
  employedSince: string,
  nhsServiceStart: string | undefined = employedSince,
) => ({
  asker: {
    posts: [{ id: 'post-1', title: 'Staff Nurse', place: 'Ward 7', employedSince }],
    nhsServiceStart,
  },
});
