import { recognise } from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import development from './utterances/development.json';
import heldOut from './utterances/held-out.json';
import secondLook from './utterances/second-look.json';

interface Utterance {
  readonly text: string;
  readonly as: string;
  readonly starts: string | null;
}

function started({ text, as }: Utterance): string | null {
  const found = recognise(text, as === 'manager' ? aManager() : anAsker());
  return found?.certain === true ? found.service.id : null;
}

function share(utterances: readonly Utterance[]): number {
  return utterances.filter((one) => started(one) === one.starts).length / utterances.length;
}

describe('telling a request from a question', () => {
  it('reads at least 98 in 100 of the utterances it was built with', () => {
    expect(share(development)).toBeGreaterThanOrEqual(0.98);
  });

  it('reads at least 95 in 100 of those that were kept apart', () => {
    expect(share(heldOut)).toBeGreaterThanOrEqual(0.95);
  });

  it('reads at least 95 in 100 of the harder ones that came later', () => {
    expect(share(secondLook)).toBeGreaterThanOrEqual(0.95);
  });

  it.each([
    'how do i ask for flexible working?',
    'how much leave do i get',
    'do bank holidays count',
    'can my request be refused',
    'what if im ill on holiday',
    "i don't want to book leave",
    'cancel my leave',
    'thanks',
    '',
    '???',
  ])('starts nothing for "%s"', (text) => {
    expect(recognise(text, aManager())).toBeUndefined();
  });

  it('gives a manager the service for a manager, and staff their own', () => {
    const text = 'drop to 22.5 hours from 1 march';

    expect(recognise(`ana wants to ${text}`, aManager())?.service.id).toBe('change-of-hours');
    expect(recognise(`i want to ${text}`, aManager())?.service.id).toBe('flexible-working-request');
    expect(recognise(`i want to ${text}`, anAsker())?.service.id).toBe('flexible-working-request');
    expect(recognise(`ana wants to ${text}`, anAsker())).toBeUndefined();
  });

  it('is not certain of a wish that may be a question about the rules', () => {
    expect(recognise('can i reduce my hours', anAsker())).toMatchObject({ certain: false });
  });

  it('hears a manager whose team the directory does not know', () => {
    const alone = aManager({ reports: [] });

    expect(recognise("change Priya's hours to 30 from 1 june", alone)).toMatchObject({
      service: { id: 'change-of-hours' },
      certain: true,
    });
  });
});
