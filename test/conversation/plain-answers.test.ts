import { openStage, type Stage } from '../golden/stage';

const AT = new Date('2027-01-29T14:00:00Z');
let stage: Stage;

afterEach(() => stage.close());

async function after(who: string, ...lines: readonly string[]) {
  stage = await openStage(who);
  let reply;
  for (const [index, text] of lines.entries())
    reply = await stage.say({ kind: 'text', text }, String(index), AT);
  return reply;
}

describe('a plain answer to what was asked', () => {
  const asked = 'tom is going down to 22.5 hours from 1 may';

  it('is no story, where only its words sound like one, and moves no day that is known', async () => {
    expect(await after('grace-adeyemi', asked, 'yes he emailed me on monday')).toMatchObject({
      outcome: 'request',
      request: { fields: { agreedInWriting: 'yes', firstDay: '2027-05-01' } },
    });
  });

  it.each(['yes he texted me about it last night', 'he signed it in front of me'])(
    'tells how: "%s"',
    async (said) => {
      expect(await after('grace-adeyemi', asked, said)).toMatchObject({
        request: { fields: { agreedInWriting: 'yes', firstDay: '2027-05-01' } },
      });
    },
  );

  it('moves no day by telling how, and moves one that is put right', async () => {
    const told = 'he came to my office on tuesday and we shook on it';
    expect(await after('grace-adeyemi', asked, told)).toMatchObject({
      request: { fields: { firstDay: '2027-05-01' } },
    });
    const right = { kind: 'text', text: 'yes, but from 8 may' } as const;
    expect(await stage.say(right, 'right', AT)).toMatchObject({
      request: { fields: { firstDay: '2027-05-08' } },
    });
  });

  it.each(['yes and he hit me on monday', 'he told me he wants to die', 'she threatened me'])(
    'is met with people where it tells of a wrong or a danger: "%s"',
    async (said) => {
      expect(await after('grace-adeyemi', asked, said)).toMatchObject({ outcome: 'signposted' });
    },
  );
});

describe('in the middle of a request', () => {
  const change = 'I want to apply for flexible working';

  it.each([
    ['i dont want to be here on fridays anymore', 'request'],
    ['i cant face the drive every day any more', 'request'],
    ['kill it', 'request'],
    ['i dont want to be here anymore', 'signposted'],
    ['i cant face another day', 'signposted'],
    ['nobody would notice if i was gone', 'signposted'],
    ['a porter follows me to my car after every late', 'signposted'],
  ])('“%s” ends in: %s', async (said, outcome) => {
    expect(await after('ana-pires', change, said)).toMatchObject({ outcome });
  });
});

describe('somebody further down a manager’s line', () => {
  it('may be named, and is offered to nobody', async () => {
    const reply = await after('edmund-vasey', 'change hours for one of my staff to 30 from 1 may');

    expect(reply?.buttons.map(({ label }) => label)).not.toContain('Ana Pires');
    expect(await stage.say({ kind: 'text', text: 'ana pires' }, 'named', AT)).toMatchObject({
      request: { fields: { person: 'Ana Pires', weeklyHours: 30 } },
    });
  });

  it.each(['gwen parry', 'maya lund', 'edmund vasey'])('is not "%s"', async (name) => {
    await after('edmund-vasey', 'change hours for one of my staff to 30 from 1 may');
    const reply = await stage.say({ kind: 'text', text: name }, 'named', AT);

    expect(reply.request?.fields).not.toHaveProperty('person');
    expect(reply.text).toContain('is not in your team in the directory');
  });
});
