import { directory as real } from '../support/directory';
import {
  canBeAnswered,
  mayAnswerStaff,
  notForThem,
  reviewableBy,
} from '../../bot/directory/people-team';
import { changedPeople, type Changes } from '../support/changed-people';

describe('who answers staff in the chat', () => {
  const can = async (person: string, changes: Changes = {}) =>
    canBeAnswered(changedPeople(real, changes), (await real.person(person))!);

  it('is somebody of the people team of their own organisation', async () => {
    expect([await can('ana-pires'), await can('callum-frost')]).toEqual([true, true]);
    expect(mayAnswerStaff({ roles: ['policy-owner', 'analyst'] })).toBe(false);
  });

  it('is never themselves, nor their own manager, nor who reports to them', async () => {
    expect(await notForThem(real, 'maya-lund')).toEqual([
      'maya-lund',
      'josie-quill',
      'devon-clarke',
      'ingrid-solberg',
      'william-tate',
    ]);
    // Maya Lund alone is the people team of the practice, and manages Josie.
    expect(await can('josie-quill')).toBe(false);
    expect(await can('maya-lund')).toBe(false);
    expect(await can('josie-quill', { 'william-tate': { roles: ['reviewer'] } })).toBe(true);
  });

  it('reviews the talk of nobody below them in the line, but of bank staff whose bank they run', async () => {
    const notTo = async (id: string) => (await reviewableBy(real, { id }, ['fellbridge'])).except;

    // Olu Martins manages Nadia Rahman, who manages Derek Hollis, who manages Jin Park's bank post.
    const nadias = ['nadia-rahman', 'derek-hollis', 'fern-lacey', 'kofi-mensah-reid'];
    expect(await notTo('olu-martins')).toEqual(expect.arrayContaining(nadias));
    expect(await notTo('derek-hollis')).toContain('jin-park');
    expect(await notTo('nadia-rahman')).not.toContain('jin-park');
  });

  it('promises a first reply in the hours that the directory says', async () => {
    const [team] = await real.contacts('fellbridge');
    expect(team).toMatchObject({ kind: 'people-team', replyWithinHours: 4 });
    expect((await real.contacts('vale'))[1]).toMatchObject({ replyWithinHours: 8 });
  });
});
