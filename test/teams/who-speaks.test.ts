import type { Activity } from '../../bot/teams/activity';
import { inCompany, whoSpeaks } from '../../bot/teams/who-speaks';
import type { LogEvent } from '../../bot/log';
import { ana, directory, TENANT } from './a-directory';

const asked = (
  authenticated: boolean,
  changes: Partial<Activity> = {},
  from: Partial<Activity['from']> = {},
) => {
  const events: LogEvent[] = [];
  const note = (event: LogEvent) => events.push(event);
  const activity = {
    from: { id: '29:x', aadObjectId: ana.aadObjectId, ...from },
    conversation: { id: 'a:one', tenantId: TENANT },
    ...changes,
  } as Activity;
  return whoSpeaks(
    {
      directory,
      allowedTenants: [TENANT.toUpperCase()],
      authenticated,
      log: { info: note, warn: note, error: note },
    },
    activity,
  ).then((speaker) => ({ speaker, events }));
};
const elsewhere = {
  conversation: { id: 'a:one', tenantId: 'another-tenant' },
} as Partial<Activity>;

describe('who speaks', () => {
  it('is the person of that object id in that tenant', async () => {
    expect((await asked(true)).speaker).toMatchObject({ person: { id: 'ana-pires' } });
  });

  it('is found where only the channel data name the tenant', async () => {
    const { speaker } = await asked(true, {
      conversation: { id: 'a:one' } as Activity['conversation'],
      channelData: { tenant: { id: TENANT.toUpperCase() } },
    });
    expect(speaker).toMatchObject({ person: { id: 'ana-pires' } });
  });

  it('is a stranger where the tenant is ours and the person is not in the directory', async () => {
    expect((await asked(true, {}, { aadObjectId: 'unknown' })).speaker).toEqual({
      kind: 'stranger',
      id: `${TENANT}:unknown`,
      organisation: 'fellbridge',
    });
  });

  it('is nobody where the tenant is not ours, or not named', async () => {
    expect((await asked(true, elsewhere)).speaker).toBeUndefined();
    expect(
      (await asked(true, { conversation: { id: 'a:one' } as Activity['conversation'] })).speaker,
    ).toBeUndefined();
  });

  it('is the first member of staff for an emulator’s invention, and the log says so without a name', async () => {
    const { speaker, events } = await asked(false, elsewhere, { aadObjectId: undefined });

    expect(speaker).toMatchObject({ person: { id: 'grace-adeyemi' } });
    expect(events).toEqual([{ event: 'teams.unknown-sender-speaks-as-first-member-of-staff' }]);
  });

  it('is the known person in an emulator too', async () => {
    const { speaker, events } = await asked(false);

    expect(speaker).toMatchObject({ person: { id: 'ana-pires' } });
    expect(events).toEqual([]);
  });
});

describe('who speaks where others read along', () => {
  const activity = { from: { id: '29:x' }, conversation: { id: '19:a', tenantId: TENANT } };

  it('is known by name only, with the one organisation of everybody in the tenant', async () => {
    const speaker = await inCompany(
      directory,
      { kind: 'person', person: ana },
      activity as Activity,
    );

    expect(speaker).toEqual({
      kind: 'in-company',
      id: 'ana-pires',
      organisation: 'fellbridge',
      reviewedBy: 'fellbridge',
    });
  });

  it('is of no organisation where the tenant has several: theirs would be a fact of the directory', async () => {
    const [one] = await directory.organisations();
    const shared = { ...directory, organisations: async () => [one!, { ...one!, id: 'vale' }] };
    const stranger = { kind: 'stranger', id: 't:x', organisation: 'fellbridge' } as const;

    for (const speaker of [stranger, { kind: 'person', person: ana } as const])
      expect(await inCompany(shared, speaker, activity as Activity)).toMatchObject({
        kind: 'in-company',
        organisation: undefined,
        reviewedBy: 'fellbridge',
      });
  });
});
