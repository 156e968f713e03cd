/** A remote source that fails must not cost anybody an answer, nor the next person the wait. */
import { createFallbackSource } from '../../knowledge/sources/fallback-source';
import type { KnowledgeSource } from '../../knowledge/sources/source';
import { SourceUnavailable } from '../../knowledge/sources/source-unavailable';

const options = {
  organisation: undefined,
  on: '2026-11-01',
  limit: 5,
  signal: new AbortController().signal,
};

/** A remote source that fails as scripted; `up` once the script is done. */
function setting(...failures: readonly Error[]) {
  const left = [...failures];
  const told: string[] = [];
  const seen = { remote: 0, seconds: 0 };
  const remote: KnowledgeSource = {
    async search() {
      seen.remote += 1;
      const failure = left.shift();
      if (failure !== undefined) throw failure;
      return [{ id: 'remote', score: 1 }];
    },
  };
  const embedded: KnowledgeSource = { search: async () => [{ id: 'embedded', score: 1 }] };
  const source = createFallbackSource(remote, embedded, {
    clock: () => new Date(Date.UTC(2026, 10, 1) + seen.seconds * 1000),
    onFailure: ({ why }) => told.push(why),
  });
  const from = async (): Promise<string | undefined> =>
    (await source.search('leave', options))[0]?.id;
  return { from, seen, told };
}
const down = (): Error => new SourceUnavailable('status 503', '');

describe('falling back to the embedded index', () => {
  it('asks the remote source while it answers', async () => {
    const { from, told } = setting();

    expect([await from(), await from()]).toEqual(['remote', 'remote']);
    expect(told).toEqual([]);
  });

  it('answers from the embedded index and leaves the remote source alone for half a minute', async () => {
    const { from, seen, told } = setting(down());

    expect(await from()).toBe('embedded');
    seen.seconds = 29;
    expect(await from()).toBe('embedded');
    expect(seen.remote).toBe(1);
    expect(told).toEqual(['status 503']);

    seen.seconds = 31;
    expect(await from()).toBe('remote');
    expect(await from()).toBe('remote');
  });

  it('lets one question try after the rest, not all of them', async () => {
    const { from, seen } = setting(down(), down());
    await from();
    seen.seconds = 31;

    expect(await Promise.all([from(), from(), from()])).toEqual([
      'embedded',
      'embedded',
      'embedded',
    ]);
    expect(seen.remote).toBe(2);
  });

  it('does not hide a bug of ours', async () => {
    await expect(setting(new TypeError('a bug')).from()).rejects.toThrow('a bug');
  });
});
