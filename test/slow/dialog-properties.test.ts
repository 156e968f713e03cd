import fc from 'fast-check';
import {
  advance,
  ask,
  Draft,
  readBack,
  services,
  start,
  type Asker,
  type Step,
} from '../../dialogs';
import { aManager } from '../dialogs/an-asker';
import development from '../dialogs/utterances/development.json';
import { NOW } from '../dialogs/talk';

const asker: Asker = aManager();
const PIECES = [
  ...['yes', 'no', 'cancel that please', 'change the date', 'wrong person', 'tom', 'ana pires'],
  ...['3 to 7 may', 'friday', 'the 30th', '31 june', 'to 4 april', 'for a week', 'make it the 8th'],
  ...[
    '22.5 hours',
    '3 days a week',
    '0.6 wte',
    'half day',
    'can i work 4 days a week?',
    'last day',
  ],
  ...['from september', 'actually monday', '1/1/2020', 'same day', '7 may to 3 may', 'why?'],
];
const said = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...PIECES) },
  { weight: 1, arbitrary: fc.constantFrom(...development.map(({ text }) => text)) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 40 }) },
);
const ids = { draft: 'd', nonce: 'n', person: 'p', now: NOW };

/** Plays a conversation and looks at every step of it. */
function play(
  lines: readonly string[],
  service: number,
  look: (step: Step, before: Draft) => void,
) {
  let step: Step = start(services[service]!, lines[0] ?? '', asker, ids);
  look(step, step.draft);
  for (const line of lines.slice(1)) {
    if (step.kind === 'agreed' || step.kind === 'cancelled') return;
    const before: Draft = step.draft;
    step = advance(before, line, asker, ids);
    look(step, before);
  }
}

function always(look: (step: Step, before: Draft) => void) {
  const lines = fc.array(said, { minLength: 1, maxLength: 8 });
  const service = fc.nat({ max: services.length - 1 });
  fc.assert(
    fc.property(lines, service, (all, which) => {
      play(all, which, look);
    }),
    { numRuns: 60, seed: 7 },
  );
}

describe('whatever anybody says', () => {
  it('makes a step with a draft that can be stored and asked about again', () => {
    always((step) => {
      expect(Draft.parse(step.draft)).toEqual(step.draft);
      expect(['ask', 'confirm']).toContain(ask(step.draft, asker).kind);
      expect(typeof readBack(step.draft, asker)).toBe('string');
    });
  });

  it('never reads back or sends a request with something missing or days out of order', () => {
    always((step) => {
      if (step.kind !== 'confirm' && step.kind !== 'agreed') return;
      const { fields, service } = step.draft;
      const all = services.find(({ id }) => id === service)!.fields;
      for (const { name, optional } of all) if (!optional) expect(fields).toHaveProperty(name);
      const { firstDay = '', lastDay = firstDay } = fields;
      expect(firstDay <= lastDay).toBe(true);
      for (const { name, onOrAfter } of all)
        if (onOrAfter === 'today') expect(fields[name]! >= asker.today).toBe(true);
    });
  });

  it('never loses a required answer without asking for it', () => {
    always((step, before) => {
      const lost = Object.keys(before.fields).filter((name) => !(name in step.draft.fields));
      if (lost.length === 0) return;
      expect(step.kind).toBe('ask');
    });
  });

  it('never names anyone outside the team', () => {
    always(({ draft }) => {
      if (draft.service !== 'change-of-hours') return;
      const { person } = draft.fields;
      expect([undefined, ...asker.reports.map(({ name }) => name)]).toContain(person);
    });
  });
});
