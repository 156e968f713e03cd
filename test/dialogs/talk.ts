/** Holds a dialog through the door of the room, for tests. */
import { advance, recognise, start, type Asker, type Step } from '../../dialogs';

export const NOW = new Date('2026-11-10T12:00:00Z');

/** The last step of a conversation; the first line must start a service. */
export function talk(asker: Asker, first: string, ...lines: readonly string[]): Step {
  const found = recognise(first, asker);
  if (found === undefined) throw new Error(`"${first}" starts nothing.`);
  const ids = { draft: 'draft-1', nonce: 'nonce-0', person: 'person-1', now: NOW };
  return lines.reduce<Step>(
    (step, line, index) =>
      advance(step.draft, line, asker, { nonce: `nonce-${index + 1}`, now: NOW }),
    start(found.service, first, asker, ids),
  );
}

export function fieldsAfter(asker: Asker, first: string, ...lines: readonly string[]) {
  return talk(asker, first, ...lines).draft.fields;
}
