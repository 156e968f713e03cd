import fc from 'fast-check';
import { createMask } from '../../bot/console/mask';
import type { Person } from '../../bot/directory/directory';

const people = (...names: readonly (readonly [name: string, given: string])[]): readonly Person[] =>
  names.map(([name, givenName]) => ({ name, givenName }) as Person); // the mask reads no more of them

const staff = people(
  ['Ana Pires', 'Ana'],
  ['Jin Park', 'Jin'],
  ["Bridget O'Neill", 'Bridget'],
  ['Mei-Lin Cho', 'Mei-Lin'],
  ['Kofi Mensah-Reid', 'Kofi'],
  ['Theresa May', 'Theresa'],
  ['Zoë Müller', 'Zoë'],
  ['Grace Adeyemi', 'Grace'],
  ['Helen Marsh', 'Helen'],
  ['Priya Nair', 'Priya'],
  ['Sam Hall', 'Sam'],
  ['Thi Doe', 'Thi'],
);
const mask = createMask(staff, 2027);

describe('the mask on names', () => {
  it.each([
    ['is Ana Pires on leave', 'is [name] on leave'],
    ['ask ana or PIRES', 'ask [name] or [name]'],
    ['Pires, Ana (Ward 7)', '[name] (Ward 7)'],
    ['Ana’s and Kofi’s rota', '[name]’s and [name]’s rota'],
    ['bridget o’neill and O NEILL', '[name] and [name]'],
    ['mei lin cho, Mei-Lin', '[name], [name]'],
    ['kofi mensah reid or just Mensah', '[name] or just [name]'],
    ['zoe muller, ZOË MÜLLER', '[name], [name]'],
    ['see ana_pires', 'see [name]'],
    ['jin park', '[name]'],
    ['grace adeyemis rota', '[name] rota'],
    ['priyas day off, helens team', '[name] day off, [name] team'],
    ['oneill, Oʼneill, Meilin and mensahreid', '[name], [name], [name] and [name]'],
    ['login apires or anapires, PIRESANA', 'login [name] or [name], [name]'],
    ['bridget o‘neill, mei–lin cho', '[name], [name]'],
  ])('turns “%s” into “%s”', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'may i park my car on 3 may',
    'leave from 3 May 2027, or May 3',
    'is there a grace period',
    'banana and analysis are no names',
    'what does this park cost, and shall i ask the park',
    'the marsh said no to my bank holiday, with grace',
    'parks and marshes',
  ])('leaves everyday words: “%s”', (text) => {
    expect(mask(text)).toBe(text);
  });

  it.each([
    ['May said no', '[name] said no'],
    ['ask Park or Grace', 'ask [name] or [name]'],
    ['theresa may be late', '[name] be late'],
    ['my manager grace said no', 'my manager [name] said no'],
    ['i work with grace and told marsh', 'i work with [name] and told [name]'],
    ['park wants graces shift', '[name] wants [name] shift'],
  ])(
    'takes an everyday word with a capital, or beside its name, for a name: “%s”',
    (text, masked) => {
      expect(mask(text)).toBe(masked);
    },
  );
});

describe('the mask on what else identifies a person', () => {
  it.each([
    ['QQ 12 34 56 C', '[National Insurance number]'],
    ['my ni is AB 12 34 56 C', 'my ni is [National Insurance number]'],
    ['ab123456c', '[National Insurance number]'],
    ['nhs number 943 476 5919', 'nhs number [NHS number]'],
    ['9434765919', '[NHS number]'],
    ['ring me on 07700 900123 or +44 7700 900 123', 'ring me on [phone] or [phone]'],
    ['(01632) 960-207', '([phone]'],
    ['ana.pires@fellbridge.example please', '[e-mail] please'],
    ['assignment 20481234-2', 'assignment [assignment number]'],
    ['026488b5-6475-4955-aaba-ccb1ee31e450', '[id]'],
    ['i live in sw1a 2aa', 'i live in [postcode]'],
    ['born 12/03/1985', 'born [date of birth]'],
    ['12 March 1985, 12.3.85, 1985-03-12', '[date of birth], [date of birth], [date of birth]'],
    ['dob 3/2/2012', 'dob [date of birth]'],
    ['March 12th, 1985', '[date of birth]'],
    ['where is PS-7F3K9Q', 'where is [reference]'],
    ['QQ 12 34 56', '[National Insurance number]'],
    ['QQ\u00a012–34.56  C', '[National Insurance number]'],
    ['07700\u00a0900\u00a0123, 07700.900.123, 07700 – 900123', '[phone], [phone], [phone]'],
    ['07700  900  123 and 943–476–5919', '[phone] and [NHS number]'],
    ['943.476.5919, 943  476  5919', '[NHS number], [NHS number]'],
    ['sw1a\u00a02aa and SW1A  2AA', '[postcode] and [postcode]'],
    ['1234 5678, 12345678–2', '[assignment number], [assignment number]'],
    [
      '1985/04/03, 03–04–1985, 3\u00a0April\u00a01985',
      '[date of birth], [date of birth], [date of birth]',
    ],
  ])('turns “%s” into “%s”', (text, masked) => {
    expect(mask(text)).toBe(masked);
  });

  it.each([
    'from 3 to 7 May 2027, 37.5 hours',
    'since 14/09/2020, and until 01/04/27',
    'ps thanks, band 5, £28,407, ward 7',
    'Samaritans on 116 123, or 999',
    '2027-03-31',
    'leave year 2026–2027, shift 0900 1700, by 12.03.27',
    'on 12-03-27 or at 12 30',
  ])('leaves what identifies nobody: “%s”', (text) => {
    expect(mask(text)).toBe(text);
  });
});

describe('the mask, whatever is written', () => {
  const word = fc.constantFrom('leave', 'is', 'the', 'ward', 'and', '–', '…', 'why', '😀', '\n');
  const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(' '));
  const letters = fc.stringMatching(/^[bcdfgz][aeiou][bcdfgz][aeiou]{1,2}[bcdfgz]{2}$/);
  it('shows no given name, surname or full name of the directory, in small or capital letters', () => {
    fc.assert(
      fc.property(letters, letters, text, text, (given, family, before, after) => {
        const hidden = createMask(people([`${given} ${family}`, given]), 2027);

        for (const name of [given, family, `${given} ${family}`, `${family}, ${given}`]) {
          for (const written of [name, name.toUpperCase(), `${name}'s`]) {
            const masked = hidden(`${before} ${written} ${after}`).toLowerCase();

            expect(masked).not.toContain(given);
            expect(masked).not.toContain(family);
            expect(masked.startsWith(before) && masked.endsWith(after)).toBe(true);
          }
        }
      }),
    );
  });

  const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9][0-9]{${length - 1}}$`));

  it.each([
    ['an NHS number', digits(10)],
    ['an assignment number', digits(8)],
    ['a mobile number', digits(9).map((rest) => `07${rest}`)],
    ['a National Insurance number', digits(6).map((rest) => `AB${rest}C`)],
    ['an e-mail address', letters.map((name) => `${name}.x@trust.example`)],
    ['a GUID', fc.uuid()],
  ])('shows no digit or letter of %s', (_, secrets) => {
    fc.assert(
      fc.property(secrets, text, text, (secret, before, after) => {
        const masked = mask(`${before} ${secret} ${after}`);

        expect(masked).not.toContain(secret);
        expect(masked.startsWith(before)).toBe(true);
        expect(masked.endsWith(after)).toBe(true);
      }),
    );
  });

  it('changes nothing of a text that holds nothing to hide', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(mask(words)).toBe(words);
      }),
    );
  });
});
