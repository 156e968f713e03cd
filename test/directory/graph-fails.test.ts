import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { editTable, tenantOf } from '../support/people-in-graph';
import { aHospital, ANA, FELLBRIDGE, type Hospital, never } from './graph-hospital';

let hospital: Hospital;
beforeEach(async () => {
  hospital = await aHospital();
});
afterEach(() => hospital.close());

describe('a read that fails', () => {
  it('changes nothing, also where half of it had come', async () => {
    const opened = await hospital.open();
    const people = await opened.directory.people();
    const { length } = people;
    const titleOf = async (id: string) => (await opened.directory.person(id))!.posts[0].title;
    for (const { aadObjectId } of people.filter(
      ({ organisation }) => organisation === 'fellbridge',
    ))
      hospital.graph.change(FELLBRIDGE, aadObjectId, { jobTitle: 'Nobody yet' });
    const vale = await tenantOf('vale');
    const malik = (await opened.directory.person('malik-johnson'))!.aadObjectId;
    hospital.graph.change(vale, malik, { jobTitle: 'Team Lead' });
    const faults = Array.from({ length: 5 }, (_, i) => ({
      on: 'users' as const,
      after: i === 0 ? 3 : 0,
      does: { status: 503 },
    }));
    hospital.graph.script(...faults);
    hospital.passTime(60_000);
    const before = opened.readAt();

    await expect(opened.readAgain(never)).rejects.toThrow(/answered 503/);
    expect(await opened.directory.people()).toHaveLength(length);
    expect(await titleOf('malik-johnson')).toBe('Team Lead'); // of the tenant that was read
    expect(await titleOf('ana-pires')).toBe('Staff Nurse');
    expect(opened.readAt()).toEqual(before);

    expect(await opened.readAgain(never)).toBeDefined();
    expect(await titleOf('ana-pires')).toBe('Nobody yet');
    expect(opened.readAt()).not.toEqual(before);
  });

  it('in one tenant does not keep another from being believed', async () => {
    const opened = await hospital.open();
    hospital.graph.change(FELLBRIDGE, ANA, { accountEnabled: false });
    const vale = (await opened.directory.organisation('vale'))!.tenantId;
    hospital.graph.refuse(vale);

    await expect(opened.readAgain(never)).rejects.toThrow(`answered 403`);
    expect(await opened.directory.person('ana-pires')).toBeUndefined();
    expect(await opened.directory.person('malik-johnson')).toBeDefined();
  });

  it('is the record’s, where it is wrong: places are named, and no words', async () => {
    const opened = await hospital.open();
    writeFileSync(path.join(hospital.folder, 'posts.csv'), 'id,person\np001,ana-pires\n');

    const error = await opened.readAgain(never).catch(String);
    expect(error).toMatch(/^RecordProblem: The staff record is wrong at posts\.csv:2, /);
    expect(error).not.toContain('ana-pires');
    expect(await opened.directory.person('ana-pires')).toBeDefined();
  });

  it('is one after which most people would be gone', async () => {
    const opened = await hospital.open();
    editTable(hospital.folder, 'posts.csv', (rows) => rows.slice(0, 9));

    await expect(opened.readAgain(never)).rejects.toThrow(
      /^Only \d+ of \d+ people were left after a read, which was not believed\./,
    );
    expect(await opened.directory.people()).toHaveLength(opened.first.people);
    await expect(opened.readAgain(never)).rejects.toThrow(/not believed/);
  });
});
