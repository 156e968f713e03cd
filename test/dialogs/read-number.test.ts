/** Whole weeks and pounds in what people write. */
import { plain } from '../../dialogs/engine/plain';
import { AMOUNT, WEEKS } from '../../dialogs/catalogue/common-fields';
import { FieldDefinition } from '../../dialogs/catalogue/schema';
import { readNumber } from '../../dialogs/engine/reading/read-number';

const weeks = FieldDefinition.parse({ ...WEEKS, max: 18 });
const amount = FieldDefinition.parse(AMOUNT);
const read = (text: string, field: FieldDefinition, asked = false) => {
  const found = readNumber(plain(text), field, asked);
  return found?.kind === 'value' ? found.value : found?.problem.kind;
};

describe('weeks', () => {
  it.each([
    ['2 weeks from the 3rd of may', 2],
    ['just a week please', 1],
    ['a fortnight off when baby comes', 2],
    ['the full two wks', 2],
    ['both weeks together', 2],
    ['not 1 week, 2 weeks', 2],
    ['40 weeks', 'out-of-range'],
  ])('%s', (text, found) => {
    expect(read(text, weeks)).toBe(found);
  });

  it.each([
    'starting in 2 weeks',
    'born 2 weeks ago',
    'she is 20 weeks pregnant',
    '2',
    'last week',
  ])('reads none in “%s”', (text) => {
    expect(read(text, weeks)).toBeUndefined();
  });

  it('takes a bare number for an answer, but no half weeks', () => {
    expect(read('2', weeks, true)).toBe(2);
    expect(read('1.5', weeks, true)).toBe('out-of-range');
  });
});

describe('pounds', () => {
  it.each([
    ['£14.50 parking on 3 march', 14.5],
    ['they owe me £1,200.50', 1200.5],
    ['it cost 40 quid', 40],
    ['twenty pounds for the train', 20],
    ['about £2k too much', 2000],
  ])('%s', (text, found) => {
    expect(read(text, amount)).toBe(found);
  });

  it.each(['12 miles to the other site', '45p a mile', '14.50'])('reads none in “%s”', (text) => {
    expect(read(text, amount)).toBeUndefined();
  });

  it('takes a bare number for an answer', () => {
    expect(read('14.50', amount, true)).toBe(14.5);
  });
});
