import type { Activity } from '../../bot/teams/activity';
import { whoSpeaks } from '../../bot/teams/who-speaks';
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
