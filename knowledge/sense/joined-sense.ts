/** What was learned, with lines that came after the build: an organisation's own. */
import type { Passage } from '../sources/source';
import { linesOf } from '../sources/lines';
import type { Reading, Sense } from './sense';

/** Nothing was learned from these lines, so they were never told apart from others: less is believed. */
const LEARNED_LATE = 0.8;

/** @param standsFor by the id of a passage: the own passage whose lines count for it too */
export function joinSense(
  sense: Sense,
  passages: readonly Passage[],
  standsFor: ReadonlyMap<string, string>,
): Sense {
  const byId = new Map(passages.map((passage) => [passage.id, passage]));
  const places = new Map<string, readonly Float64Array[]>();
  /** Placed when first looked at: most questions come near few of them. */
  const placeOf = (id: string): readonly Float64Array[] | undefined => {
    const known = places.get(id);
    const passage = byId.get(id);
    if (known !== undefined || passage === undefined) return known;
    const placed = sense.place(linesOf(passage).map(({ text }) => text));
    places.set(id, placed);
    return placed;
  };
  return {
    ...sense,
    read(text, mend): Reading {
      const reading = sense.read(text, mend);
      return {
        ...reading,
        nearness(id) {
          const own = placeOf(id) ?? placeOf(standsFor.get(id) ?? '');
          const whole = reading.nearness(id);
          return own === undefined
            ? whole
            : Math.max(whole, LEARNED_LATE * reading.nearnessTo(own));
        },
      };
    },
  };
}
