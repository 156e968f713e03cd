import path from 'node:path';
import { loadCsvDirectory } from '../../bot/directory/csv-directory';
import { canBeAnswered, mayAnswerStaff, notForThem } from '../../bot/directory/people-team';
import { projectRoot } from '../../bot/project-root';
import { changedPeople, type Changes } from '../support/changed-people';

const real = loadCsvDirectory(path.join(projectRoot(), 'bot/directory/data'));

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

  it('promises a first reply in the hours that the directory says', async () => {
    const [team] = await real.contacts('fellbridge');
    expect(team).toMatchObject({ kind: 'people-team', replyWithinHours: 4 });
    expect((await real.contacts('vale'))[1]).toMatchObject({ replyWithinHours: 8 });
  });
});
