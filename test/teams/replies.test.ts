import type { ShownCitation } from '../../bot/conversation/reply';
import { aMessage, aReply, openDoor, type ADoor } from './a-door';

const source = (number: number, changes: Partial<ShownCitation> = {}): ShownCitation => ({
  number,
  policy: 'annual-leave-and-bank-holidays',
  clause: `annual-leave-and-bank-holidays.${number}`,
  title: 'Annual leave and bank holidays',
  heading: `How much leave you get, part ${number}`,
  quote: 'You get **27 days** of annual leave when you start.',
  version: '3',
  url: `/policies/annual-leave-and-bank-holidays#annual-leave-and-bank-holidays.${number}`,
  file: null,
  ...changes,
});

describe('a reply on the wire', () => {
  let door: ADoor;
  const open = async (publicUrl?: string) => {
    door = await openDoor({ settings: { publicUrl } });
  };
  afterEach(() => door.close());
  const sent = async (reply: Parameters<typeof aReply>[0]) => {
    door.answers(aReply(reply));
    await door.post(aMessage());
    return door.connector.delivered.map(({ activity }) => activity);
  };

  it('keeps every field of its sources, with links of our own https address', async () => {
    await open('https://people.example.nhs.uk');
    const [activity] = await sent({
      text: 'You get 27 days. [1]',
      citations: [source(1)],
      modelWritten: true,
    });

    expect(activity!.entities).toEqual([
      {
        type: 'https://schema.org/Message',
        '@type': 'Message',
        '@context': 'https://schema.org',
        '@id': '',
        additionalType: ['AIGeneratedContent'],
        citation: [
          {
            '@type': 'Claim',
            position: 1,
            appearance: {
              '@type': 'DigitalDocument',
              name: 'Annual leave and bank holidays: How much leave you get, part 1',
              abstract: 'You get **27 days** of annual leave when you start.',
              url: 'https://people.example.nhs.uk/policies/annual-leave-and-bank-holidays#annual-leave-and-bank-holidays.1',
            },
          },
        ],
      },
    ]);
  });

  it('shows a source without a link where we have no https address', async () => {
    await open('http://localhost:3978');
    const [activity] = await sent({ text: 'Yes. [1]', citations: [source(1)] });

    const [entity] = activity!.entities!;
    expect(entity!.citation![0]!.appearance).not.toHaveProperty('url');
    expect(entity).not.toHaveProperty('additionalType');
  });

  it('has no entity where there is neither a source nor a model', async () => {
    await open();
    const [activity] = await sent({ text: 'Hello.' });

    expect(activity).not.toHaveProperty('entities');
    expect(activity).not.toHaveProperty('channelData');
    expect(activity).not.toHaveProperty('attachments');
  });

  it('numbers its sources without gaps, and leaves out those that the text does not name', async () => {
    await open();
    const [activity] = await sent({
      text: 'First [3], then [1] and [3] again. You wrote [9].',
      citations: [source(1), source(2), source(3)],
    });

    expect(activity!.text).toBe('First [1], then [2] and [1] again. You wrote [9].');
    expect(activity!.entities![0]!.citation!.map(({ appearance }) => appearance.name)).toEqual([
      expect.stringContaining('part 3'),
      expect.stringContaining('part 1'),
    ]);
  });

  it('names no more than twenty sources', async () => {
    await open();
    const numbers = Array.from({ length: 25 }, (_, index) => index + 1);
    const [activity] = await sent({
      text: numbers.map((number) => `Line ${number} [${number}].`).join('\n'),
      citations: numbers.map((number) => source(number)),
    });

    expect(activity!.entities![0]!.citation).toHaveLength(20);
    expect(activity!.text).not.toContain('[21]');
  });

  it('shortens long names and quotes at a word', async () => {
    await open();
    const [activity] = await sent({
      text: 'So [1].',
      citations: [source(1, { heading: 'word '.repeat(40), quote: '😀 many words '.repeat(80) })],
    });

    const { name, abstract } = activity!.entities![0]!.citation![0]!.appearance;
    expect(name).toMatch(/word…$/);
    expect(abstract).toMatch(/(many|words|😀)…$/);
  });

  it('is cut between paragraphs when it is long, with buttons on the last part only', async () => {
    await open();
    const paragraph = 'Ünïcödé words go on. '.repeat(100);
    const parts = await sent({
      text: `${Array.from({ length: 12 }, () => paragraph).join('\n\n')}\n\nEnd [1].`,
      citations: [source(1)],
      feedback: { interaction: 'i1', rated: null },
    });

    expect(parts.length).toBeGreaterThan(1);
    expect(parts.map((part) => 'attachments' in part).indexOf(true)).toBe(parts.length - 1);
    expect(parts.map((part) => 'entities' in part).indexOf(true)).toBe(parts.length - 2);
    expect(door.stored).toMatchObject([{ channelId: `1700000000${parts.length}` }]);
  });

  it('offers plain follow-ups as suggested actions', async () => {
    await open();
    const [activity] = await sent({
      buttons: [{ label: 'Book leave', press: { kind: 'say', text: 'book leave' } }],
    });

    expect(activity!.suggestedActions).toEqual({
      to: ['29:ana'],
      actions: [{ type: 'imBack', title: 'Book leave', value: 'book leave' }],
    });
  });

  it('asks "Did this sort it?" once, with Teams’ own thumbs beside it', async () => {
    await open();
    const [words, asked] = await sent({ feedback: { interaction: 'i1', rated: null } });

    expect(words!.channelData).toEqual({ feedbackLoop: { type: 'default' } });
    expect(asked).not.toHaveProperty('channelData');
    expect(JSON.stringify(asked!.attachments)).toContain('Did this sort it?');
  });

  it('does not ask again what was rated', async () => {
    await open();
    const [activity] = await sent({ feedback: { interaction: 'i1', rated: 'yes' } });

    expect(activity).not.toHaveProperty('channelData');
    expect(activity).not.toHaveProperty('attachments');
  });

  it('repeats what somebody typed without its tags coming alive', async () => {
    await open();
    const [activity] = await sent({ text: 'You wrote <at>all</at> and 3 < 4 <3' });

    expect(activity!.text).toBe('You wrote &lt;at>all&lt;/at> and 3 < 4 <3');
  });

  it.each([
    ['its words', [413], ['You get 29 days. [1]', 'You get 29 days. [1]', undefined]],
    ['its card', [201, 413], ['You get 29 days. [1]', undefined, 'You can type: Yes, Partly, No.']],
  ])('is said in words alone where the channel refuses %s', async (_what, script, texts) => {
    await open();
    door.connector.script(...script);
    const parts = await sent({
      text: 'You get 29 days. [1]',
      citations: [source(1)],
      feedback: { interaction: 'i1', rated: null },
    });

    expect(parts.map(({ text }) => text)).toEqual(texts);
    expect(parts[texts.lastIndexOf('You get 29 days. [1]')]).not.toHaveProperty('attachments');
    expect(door.stored).toMatchObject([{ end: 'sent' }]);
  });

  it('has its card after its words, since Teams tells the id of neither where both are one', async () => {
    await open();
    const parts = await sent({ feedback: { interaction: 'i1', rated: null } });

    expect(parts.map((part) => ['text' in part, 'attachments' in part])).toEqual([
      [true, false],
      [false, true],
    ]);
    expect(door.stored).toMatchObject([{ channelId: '17000000002' }]);
  });
});
