import { readDeskSettings } from '../../bot/desk/desk-settings';

const fresh = (): string => 'a-fresh-secret';
const secret = 'a-secret-that-has-32-characters-or-more';

describe('the settings of a desk of its own', () => {
  it('need nothing on one machine: the secret is made, and said to be new', () => {
    expect(readDeskSettings({}, fresh)).toEqual({
      port: 3979,
      host: '127.0.0.1',
      dataDir: '.data',
      databaseUrl: undefined,
      keepMonths: 72,
      secret: 'a-fresh-secret',
      secretIsNew: true,
    });
  });

  it('never make a secret in production', () => {
    expect(() => readDeskSettings({ NODE_ENV: 'production' }, fresh)).toThrow('DESK_SECRET');
    expect(readDeskSettings({ NODE_ENV: 'production', DESK_SECRET: secret }, fresh)).toMatchObject({
      secret,
      secretIsNew: false,
    });
  });

  it('are complained about all at once', () => {
    const read = (): unknown => readDeskSettings({ DESK_PORT: 'x', DESK_SECRET: 'short' }, fresh);

    expect(read).toThrow(/DESK_PORT[^]*DESK_SECRET/);
  });

  it('never repeat a secret in a complaint', () => {
    const read = (): unknown => readDeskSettings({ DESK_SECRET: 'too-short-but-mine' }, fresh);

    expect(read).not.toThrow('too-short-but-mine');
    expect(read).toThrow('32 characters');
  });

  it('take an empty value as one that is not set', () => {
    expect(readDeskSettings({ DESK_PORT: '', DESK_SECRET: '' }, fresh)).toMatchObject({
      port: 3979,
      secretIsNew: true,
    });
  });
});
