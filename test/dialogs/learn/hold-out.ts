/** How well the ways of asking of some writers are heard by what was learnt from the others. */
import { STARTED } from '../../../dialogs/engine/hearing/heard';
import { createHearing, likeliest, type Hearing } from '../../../dialogs/engine/hearing/hear';
import { NONE, type Learnt } from '../../../dialogs/engine/hearing/learnt';

export interface Line {
  readonly text: string;
  readonly meaning: string;
  readonly weight: number;
  /** Of a way of asking: which part is left out together with it. */
  readonly part?: number;
}

const PARTS = 7;

/** A writer's lines stand together in a file, so a stretch of it is one or two writers. */
export const partOf = (at: number, lines: number): number => Math.floor((at / lines) * PARTS);

export function holdOut(
  lines: readonly Line[],
  learnFrom: (some: readonly Line[]) => Learnt,
  tell: (line: string) => void,
): void {
  const counts: Counts = { right: 0, another: 0, requests: 0, started: 0, others: 0 };
  for (let part = 0; part < PARTS; part += 1) {
    const hearing = createHearing(learnFrom(lines.filter((line) => line.part !== part)));
    for (const { text, meaning } of lines.filter((line) => line.part === part))
      count(counts, meaning, heardIn(hearing(text)));
    tell(`${part + 1} of ${PARTS}: ${JSON.stringify(counts)}`);
  }
}

/** Of requests, and of the others (those that ask for none). */
type Counts = Record<'right' | 'another' | 'requests' | 'started' | 'others', number>;

function heardIn(chances: ReturnType<Hearing>): string {
  const best = likeliest(chances);
  return best !== undefined && best.chance >= STARTED ? best.service : NONE;
}

function count(counts: Counts, meaning: string, heard: string): void {
  counts[meaning === NONE ? 'others' : 'requests'] += 1;
  if (meaning === NONE) counts.started += heard === NONE ? 0 : 1;
  else if (heard === meaning) counts.right += 1;
  else if (heard !== NONE) counts.another += 1;
}
