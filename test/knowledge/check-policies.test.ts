import { checkSet, type Policy } from '../../knowledge';
import { aPolicy, type WrittenClause } from '../support/a-policy';

const never = new AbortController().signal;

/** What the check says beyond the number of ways of asking, which these short policies lack. */
async function complaints(...policies: readonly Policy[]): Promise<readonly string[]> {
  const wrong = await checkSet(policies, [], '2026-11-21', never);
  return wrong
    .map(({ message }) => message)
    .filter((text) => !/ways of asking|"values"/.test(text));
}

const notice = (
  text: string,
  fields = '',
  question = 'How much notice do I give for carer’s leave?',
) => ({ heading: 'Notice for carer’s leave', question, fields, text }) satisfies WrittenClause;

const carers = aPolicy('carers', 'Carer’s leave', [
  notice('You must give 3 days of notice for carer’s leave.'),
  { question: 'Who counts as a dependant?', text: 'A dependant is someone who relies on you.' },
]);
const special = (text: string, fields = ''): Policy =>
  aPolicy('special', 'Special leave', [
    notice(text, fields, 'What notice does carer’s leave need?'),
    { question: 'Is there time off for jury service?', text: 'You get time off to be on a jury.' },
  ]);

describe('clauses that do not agree', () => {
  it('are named with both places, both sentences and both ways out', async () => {
    const [first, ...rest] = await complaints(
      carers,
      special('You must give 7 days of notice for carer’s leave.'),
    );

    expect(rest).toEqual([]);
    expect(first).toMatch(
      /^special\.md:\d+: special\.1: it says “You must give 7 days of notice for carer’s leave\.” where carers\.1 \(carers\.md:\d+\) says “You must give 3 days/,
    );
    expect(first).toContain('If both are right, write "differs: [carers.1]"');
  });

  it('are left alone where a writer says that they differ on purpose', async () => {
    const text = 'You must give 7 days of notice for carer’s leave.';

    expect(await complaints(carers, special(text, 'differs: [carers.1]'))).toEqual([]);
  });

  it('are left alone where nobody can be told both', async () => {
    const text = 'You must give 7 days of notice for carer’s leave.';

    expect(await complaints(carers, special(text, 'staffGroups: [bank]'))).toEqual([]);
    expect(
      await complaints(carers, special(text, 'effective: 2020-01-01\nuntil: 2026-03-31')),
    ).toEqual([]);
  });

  it('are told from two bands, which rightly have two figures', async () => {
    const bands = [5, 6].map((band) => ({
      question: `What unsocial hours rate does band ${band} get?`,
      text: `Band ${band} gets ${band * 8}% more on Sundays and public holidays.`,
    }));

    expect(await complaints(aPolicy('unsocial', 'Unsocial hours', bands))).toEqual([]);
  });
});

describe('clauses that say a thing twice', () => {
  it('are named where their words are the same', async () => {
    const text = 'You can take unpaid carer’s leave when someone who relies on you falls ill.';
    const [first] = await complaints(
      aPolicy('carers', 'Carer’s leave', [notice(text)]),
      special(text),
    );

    expect(first).toMatch(/special\.1: it says the same as carers\.1 .*Keep one of them/);
  });

  it('are named where one way of asking leads to both', async () => {
    const clauses = [
      {
        question: 'Can I swap a shift?',
        asks: ['swap my night with sam'],
        text: 'Ask your manager.',
      },
      {
        question: 'Can I change a roster?',
        asks: ['Swap my night, with Sam'],
        text: 'Ask the roster team.',
      },
    ];
    const [first] = await complaints(aPolicy('shifts', 'Shifts', clauses));

    expect(first).toMatch(/shifts\.2: "Swap my night, with Sam" is also asked of shifts\.1/);
  });
});

describe('a clause that is not found', () => {
  it('is named with the way of asking and what it finds instead', async () => {
    const racks = {
      question: 'Can I bring a bicycle to work?',
      asks: ['do i still get it if i was there'],
      text: 'There are racks at each gate.',
    };
    const [first] = await complaints(aPolicy('parking', 'Parking', [racks]));

    expect(first).toMatch(
      /parking\.1: "do i still get it if i was there" finds nothing, and not this clause\. Put in a word/,
    );
  });

  it('is named where another policy comes before it for its own question', async () => {
    const [first] = await complaints(
      aPolicy('parking', 'Parking at the gate', [
        {
          heading: 'Parking a car at the gate',
          question: 'May I park a car?',
          asks: ['parking a car at the gate', 'can i park my car at the gate'],
          text: 'You can park a car at the gate.',
        },
      ]),
      aPolicy('visitors', 'Visitors', [
        {
          heading: 'Guests',
          question: 'Can they park a car at the gate?',
          text: 'Guests go round.',
        },
      ]),
    );

    expect(first).toMatch(/visitors\.1: its question .* finds parking\.1 first\./);
  });
});

describe('a link that leads nowhere', () => {
  it.each([
    ['/policies/nowhere', 'There is no policy "nowhere".'],
    ['/policies/links#links.9', 'That policy has no clause "links.9".'],
    ['http://example.org', 'Begin with https://'],
  ])('is named: %s', async (address, remedy) => {
    const [first] = await complaints(
      aPolicy('links', 'Links', [
        { question: 'Where do I look?', text: `Look [here](${address}).` },
      ]),
    );

    expect(first).toContain(`The link "${address}" leads nowhere. ${remedy}`);
  });
});
