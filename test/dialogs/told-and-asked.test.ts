import { toldAndAsked } from '../../dialogs';
import { anAsker } from './an-asker';
import { fieldsAfter } from './talk';

const told = (text: string): readonly string[] =>
  toldAndAsked(text, anAsker()).flatMap(({ said, asks }) => (asks ? [] : [said]));

describe('what is told beside a wish', () => {
  it.each([
    ['my wife has left, i need friday off', ['my wife has left,']],
    ['my wife has left and i need friday off', ['my wife has left']],
    ['my wife has left so please can i have friday off', ['my wife has left']],
    ['book me off friday. my wife has left', ['my wife has left']],
    ['she has left. the kids too. Could I drop to 3 days', ['she has left.', 'the kids too.']],
    ['I need friday off', []],
  ])('is told apart from it: %s', (text, apart) => {
    expect(told(text)).toEqual(apart);
  });

  it('is all of a message that wishes for nothing', () => {
    expect(told('my wife has left, and the kids')).toEqual(['my wife has left,', 'and the kids']);
  });
});

describe('a day that is told of the past', () => {
  const asker = anAsker({ today: '2027-02-01' }); // a Monday

  it.each([
    'my daughter died in august and I need to change my working hours',
    'i was in hospital on monday, can i request flexible working',
    'we lost everything in the fire on 3 april. I would like flexible working',
    'I have given this a lot of thought over Christmas, and I would like to change my hours',
    'been thinking about it since christmas and want to ask for flexible working',
  ])('is not the day from which something changes: %s', (text) => {
    expect(fieldsAfter(asker, text)).not.toHaveProperty('firstDay');
  });

  it.each([
    ['my boiler broke on tuesday, I need wednesday off', '2027-02-03'],
    ['our wedding was moved to friday 12 march, so I need 12 march off', '2027-03-12'],
    ['my car was stolen on monday, book me off friday', '2027-02-05'],
  ])('leaves the day that is asked for: %s', (text, firstDay) => {
    expect(fieldsAfter(asker, text)).toMatchObject({ firstDay });
  });

  it('counts where nothing else asks, and for what has begun', () => {
    expect(fieldsAfter(asker, 'ive been off sick since last thursday')).toMatchObject({
      firstDay: '2027-01-28',
    });
  });
});
