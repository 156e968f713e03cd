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
    'miscarriage at 9 weeks is there leave',
    'adoption leave can i take it in bits',
    'do bank holidays count',
    'can my request be refused',
    'what if im ill on holiday',
    "i don't want to book leave",
    'cancel my leave',
    "max is 60 hours a week average by law isn't it",
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

  it.each([
    'kill two birds: can i use AL and carers leave together',
    'ignore the policy can i just take the day off',
    'book leave for my team',
    'book annual leave for the ward staff',
    'book leave for ana',
    'need tuesday off to take my mum to chemo',
    'i need friday off to look after my dad',
    'book annual leave after my maternity leave from 3 may',
    'my brother killed himself last year and its the anniversary tomorrow, can i have the day off',
    'my dad died, can i have annual leave tomorrow',
    'book maternity leave from 1 march',
    'book sick leave for tomorrow',
    'cancel my leave',
  ])('never starts leave of its own accord for "%s"', (text) => {
    const found = recognise(text, aManager());
    expect(found?.certain === true ? found.service.id : null).not.toBe('book-annual-leave');
  });

  it.each([
    'need friday off to take my dog to the vet',
    'the kids are off school, can i have friday off',
    'book leave for my wedding on 3 may',
    'my mum is visiting so can i book off 4 to 20 may',
  ])('starts leave for "%s"', (text) => {
    expect(recognise(text, anAsker())).toMatchObject({
      service: { id: 'book-annual-leave' },
      certain: true,
    });
  });

  it('hears a manager whose team the directory does not know', () => {
    const alone = aManager({ reports: [] });

    expect(recognise("change Priya's hours to 30 from 1 june", alone)).toMatchObject({
      service: { id: 'change-of-hours' },
      certain: true,
    });
  });

  it('starts bereavement leave of one’s own, though the story is of somebody else', () => {
    const text = 'my nan died on sunday, i need bereavement leave from tomorrow';

    expect(recognise(text, anAsker())).toMatchObject({
      service: { id: 'bereavement-leave' },
      certain: true,
    });
  });

  it.each([
    'i need bereavement leave, we lost our baby at 14 weeks',
    'can i have compassionate leave please, i had a miscarriage on friday',
    'our little one was stillborn on tuesday, i want compassionate leave',
    'we lost him at 20 weeks, put me down for compassionate leave',
    'our baby died, i need time off from tomorrow',
  ])('never takes the loss of a pregnancy or baby for a bereavement: %s', (text) => {
    expect(recognise(text, anAsker())?.service.id).not.toBe('bereavement-leave');
  });

  it.each([
    'one of my nurses has lost her dad, she needs bereavement leave',
    'bereavement leave for him please, his mum died',
  ])('starts no bereavement leave for somebody else: %s', (text) => {
    expect(recognise(text, anAsker())?.certain).not.toBe(true);
  });

  it('does not take a parent in intensive care for a newborn', () => {
    const found = recognise('mum in intensive care, can i have time off', anAsker());
    expect(found?.service.id).not.toBe('neonatal-care-leave');
  });
});
