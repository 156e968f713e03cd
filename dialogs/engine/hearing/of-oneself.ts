/** "Change my hours": what only managers ask for others is, of oneself, another service. */
import { hasAnyPhrase } from '../../catalogue/phrases';
import { services } from '../../catalogue/services';

const KINDS = services.flatMap(({ id, ofOneself }) =>
  ofOneself === undefined ? [] : [{ id, ...ofOneself }],
);

/** @returns the chances, with those of a service for others given to the one that is meant of oneself */
export function meantOfOneself(
  chances: ReadonlyMap<string, number>,
  said: string,
): ReadonlyMap<string, number> {
  const meant = KINDS.filter(({ saidWith }) => hasAnyPhrase(saidWith, said));
  if (meant.length === 0) return chances;
  const moved = new Map(chances);
  for (const { id, service } of meant) {
    moved.set(service, (moved.get(service) ?? 0) + (moved.get(id) ?? 0));
    moved.delete(id);
  }
  return moved;
}
