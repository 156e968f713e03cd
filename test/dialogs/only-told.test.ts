import { recognise } from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import told from './utterances/told.json';

const startedBy = (text: string, asker = anAsker()): string | null => {
  const found = recognise(text, asker);
  return found?.certain === true ? found.service.id : null;
};

describe('what is only told', () => {
  it.each([
    'i had my appraisal in june',
    "I'm on annual leave next week so I won't see your reply.",
    'on leave now till Monday',
    'I had two weeks off last summer',
    'my secondment ended in november',
    'took my paternity leave last spring',
    'I was off sick last month',
    'my pin was renewed in the spring',
    'my flexible working was agreed last year',
    'i am out of the office until thursday',
  ])('starts nothing: %s', (text) => {
    expect(startedBy(text)).toBeNull();
  });

  it.each([
    ['i had my appraisal in june and need to book the next', 'appraisal'],
    ['I took most of my annual leave last year, can I book 3 to 7 May off?', 'book-annual-leave'],
    ['i had carers leave in june and i need another day for mum on the 5th', 'carers-leave'],
    ['was off last month with my back and it has gone again, im off sick today', 'report-sickness'],
    ['my last note ended in january, i have another fit note to hand in', 'fit-note'],
  ])('is the story of a wish that stands beside it: %s', (text, service) => {
    expect(startedBy(text)).toBe(service);
  });

  it('of what is long put right, asks for nothing; of what never was, it does', () => {
    expect(startedBy('went up a band in october and my pay looks the same')).toBe('pay-query');
    expect(startedBy('my pay was fine in october')).toBeNull();
  });

  it('starts nothing in 9 of 10 of what a year at work brings, in all services', () => {
    const started = told.nothing.filter((text) => startedBy(text, aManager()) !== null);

    expect(started.length).toBeLessThanOrEqual(told.nothing.length / 10);
  });

  it('starts what is asked for beside it in 2 of 3', () => {
    const right = told.asked.filter(({ text, starts }) => startedBy(text, aManager()) === starts);

    expect(right.length).toBeGreaterThanOrEqual((told.asked.length * 2) / 3);
  });
});

describe('who stands in one’s own story', () => {
  it.each([
    ['my manager is happy with it, i am asking for a secondment from may', 'secondment'],
    ['Kwame has agreed to take my night on the 17th, please swap it with my 24th', 'shift-query'],
    ['Haven’t been paid for my bank shift on Saturday 14th, please look into it', 'pay-query'],
  ])('is nobody else: %s', (text, service) => {
    expect(startedBy(text)).toBe(service);
  });

  it.each([
    'Tom is off sick today',
    'my colleague is off sick today',
    'Zofia has been off sick since monday',
    'our cat died, i need tomorrow off',
  ])('starts nothing in the name of who speaks: %s', (text) => {
    expect(startedBy(text)).toBeNull();
  });
});
