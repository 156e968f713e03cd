import {
  addressedTo,
  asksWhoSees,
  isForAssistant,
  isForPerson,
} from '../../bot/conversation/person-words';

const FERN = ['Fern Lacey', 'Fern'];

describe('a message that names to whom it goes', () => {
  it.each([
    ['tell Fern: it was May', 'it was May'],
    ['tell fern it was May', 'it was May'],
    ['please tell Fern Lacey that it was May', 'it was May'],
    ['Reply to Fern - it was May', 'it was May'],
    ['for fern, it was May', 'it was May'],
    ['tell people services: it was May', 'it was May'],
    ['tell them: it was May', 'it was May'],
    ['tell Fern', ''],
  ])('%s', (text, said) => {
    expect(addressedTo(text, FERN)).toEqual({ text: said, isPlain: true });
  });

  it.each(['tell them I am late', 'ask her if it is done'])('may mean others: %s', (text) => {
    expect(addressedTo(text, FERN)).toMatchObject({ isPlain: false });
  });

  it.each([
    'fern told me it was May',
    'tell Fernanda it was May',
    'tell my manager I am late',
    'for how long do I get sick pay',
    'how do I tell people services that I moved',
  ])('is none of it: %s', (text) => {
    expect(addressedTo(text, FERN)).toBeUndefined();
  });
});

describe('the answer to “is this for Fern?”', () => {
  it.each(['for her', 'it’s for her'.replace('’', "'"), 'yes for them'])('for her: %s', (text) => {
    expect([isForPerson(text), isForAssistant(text)]).toEqual([true, false]);
  });
  it.each(['for you', 'no, for you', "I'm asking you", 'you'])('for the assistant: %s', (text) => {
    expect([isForPerson(text), isForAssistant(text)]).toEqual([false, true]);
  });
  it.each(['for you and me it was May', 'her number is 27'])('neither: %s', (text) => {
    expect([isForPerson(text), isForAssistant(text)]).toEqual([false, false]);
  });
});

it.each(['who will see this', 'who sees this?', 'will my manager see this', 'can anyone read it'])(
  'a question in place of a note: %s',
  (text) => {
    expect(asksWhoSees(text)).toBe(true);
  },
);

it.each(['my manager will see this in May', 'I want to know who will see my payslip'])(
  'a note: %s',
  (text) => {
    expect(asksWhoSees(text)).toBe(false);
  },
);
