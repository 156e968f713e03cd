import { recognise, start } from '../../dialogs';
import { aManager, anAsker } from './an-asker';
import { fieldsAfter, NOW } from './talk';

describe('what is asked for in few words', () => {
  it.each([
    ['please change my hour from 37 to 30', 'flexible-working-request'],
    ['change my hours to 30 please', 'flexible-working-request'],
    ['increase my hours to 37.5', 'flexible-working-request'],
    ['me dads funeral is tuesday need the day', 'bereavement-leave'],
    ['mums cremation is friday i need the day off', 'bereavement-leave'],
    ['aint been paid me overtime', 'payment-correction'],
    ['i havent been paid my overtime', 'pay-query'],
    ['need letter for my mortage', 'employment-reference'],
    ['my son is ill i cant come in today', 'special-leave'],
    ['been off with my back since monday', 'report-sickness'],
  ])('starts "%s"', (said, service) => {
    expect(recognise(said, anAsker())).toMatchObject({ certain: true, service: { id: service } });
  });

  it('tells a manager’s own hours from those of somebody else', () => {
    const found = (said: string) => recognise(said, aManager())?.service.id;

    expect(found('change my hours to 30 please')).toBe('flexible-working-request');
    expect(found('change my nurses hours to 30 please')).toBe('change-of-hours');
  });

  it.each(['can Jo work from home', 'can Tom work from home'])(
    'offers a manager nothing of their own after "%s"',
    (said) => {
      expect(recognise(said, aManager())).toBeUndefined();
    },
  );

  it('offers it where it is asked of oneself', () => {
    expect(recognise('can I work from home', aManager())).toMatchObject({
      service: { id: 'hybrid-working' },
    });
  });
});

describe('a request with a rule or a question behind it', () => {
  const ids = { draft: 'd', nonce: 'n', person: 'p', now: NOW };
  const paternity = (text: string) => {
    const found = recognise(text, anAsker());
    if (found === undefined) throw new Error(`"${text}" starts nothing.`);
    return start(found.service, text, anAsker(), ids);
  };

  it('takes no rule for what is wished for', () => {
    const step = paternity('i need to put in for paternity leave but you need 26 weeks');

    expect(step).toMatchObject({ kind: 'ask', field: { name: 'dueDate' } });
    expect(step.draft.fields).not.toHaveProperty('weeks');
  });

  it('asks the question of what is asked for, though nothing joins it on', () => {
    const step = paternity('i want to put in for paternity leave do i have enough service');

    expect(step.rest).toBe('paternity leave do i have enough service');
  });

  it('takes the weeks that are wished for', () => {
    const first = 'i want paternity leave, 2 weeks from 1 june, due 30 may';

    expect(fieldsAfter(anAsker(), first)).toMatchObject({ weeks: 2 });
  });
});
