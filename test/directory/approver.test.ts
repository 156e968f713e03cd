import { approverOf, isAway, mayApprove, type Asked } from '../../bot/directory/approver';
import { directory as real } from '../support/directory';
import { changedPeople, type Changes } from '../support/changed-people';

const DAY = '2026-11-23';
const anas: Asked = { requester: 'ana-pires', post: 'p001' };
const away = { awayFrom: '2026-11-20', awayUntil: '2026-11-30' };

/** Who approves, and for whom they stand in. */
const found = async (changes: Changes, asked = anas, ...passedOver: readonly string[]) => {
  const approver = await approverOf(changedPeople(real, changes), asked, DAY, new Set(passedOver));
  return approver && [approver.person.id, approver.standsInFor?.id ?? null];
};

describe('who approves a request', () => {
  it('is the manager of the post', async () => {
    expect(await found({})).toEqual(['grace-adeyemi', null]);
    expect(await approverOf(real, anas, DAY)).toMatchObject({ isOwnManager: true, away: null });
  });

  it('is the manager of that post, where somebody holds two', async () => {
    expect(await found({}, { requester: 'jin-park', post: 'p005' })).toEqual([
      'derek-hollis',
      null,
    ]);
    expect(await found({}, { requester: 'jin-park', post: 'gone' })).toEqual([
      'grace-adeyemi',
      null,
    ]);
  });

  it('is the delegate while the manager is away', async () => {
    const graceAway = changedPeople(real, { 'grace-adeyemi': away });

    expect(await found({ 'grace-adeyemi': away })).toEqual(['dilip-rao', 'grace-adeyemi']);
    expect(await approverOf(graceAway, anas, DAY)).toMatchObject({
      isOwnManager: false,
      away: { id: 'grace-adeyemi' },
    });
    expect((await approverOf(graceAway, anas, '2026-12-01'))?.person.id).toBe('grace-adeyemi');
  });

  it('is the manager’s own manager where there is no delegate, or none who is there', async () => {
    const alone = { ...away, delegate: undefined };

    expect(await found({ 'grace-adeyemi': alone })).toEqual(['helen-marsh', null]);
    expect(await found({ 'grace-adeyemi': away, 'dilip-rao': away })).toEqual([
      'helen-marsh',
      null,
    ]);
    expect(await found({ 'grace-adeyemi': alone, 'helen-marsh': away })).toEqual([
      'ruth-calloway',
      null,
    ]);
  });

  it('is never the requester: neither as a delegate nor as their own manager', async () => {
    const bySelf = { 'grace-adeyemi': { ...away, delegate: 'ana-pires' } };
    expect(await found(bySelf)).toEqual(['helen-marsh', null]);

    const ownManager = await real.person('grace-adeyemi');
    const [post] = ownManager!.posts;
    const managesSelf = {
      'grace-adeyemi': {
        posts: [
          { ...post, manager: 'helen-marsh' },
          { ...post, id: 'b1', manager: 'grace-adeyemi' },
        ],
      },
    } as const;
    const own = { requester: 'grace-adeyemi', post: 'b1' };
    expect(await found(managesSelf, own)).toEqual(['helen-marsh', null]);
  });

  it('is nobody where there is no manager, or all were asked: people services decide', async () => {
    const asked = { requester: 'edmund-vasey', post: 'p009' };
    expect(await found({}, asked)).toBeUndefined();

    const line = ['grace-adeyemi', 'helen-marsh', 'ruth-calloway', 'edmund-vasey'];
    expect(await found({}, anas, ...line.slice(0, 2))).toEqual(['ruth-calloway', null]);
    expect(await found({}, anas, ...line)).toBeUndefined();
    expect(await found({}, { requester: 'nobody', post: null })).toBeUndefined();
  });

  it('is never who sent it for a caller, by phone', async () => {
    const jins: Asked = { requester: 'jin-park', post: 'p005', helper: 'nadia-rahman' };
    const derekAway = { 'derek-hollis': away };

    expect(await found(derekAway, { ...jins, helper: undefined })).toEqual(['nadia-rahman', null]);
    expect(await found(derekAway, jins)).toEqual(['olu-martins', null]);
    expect(await mayApprove(real, jins, 'nadia-rahman')).toBe(false);
    expect(await mayApprove(real, jins, 'olu-martins')).toBe(true);
  });

  it('comes to an end where managers go round in a loop', async () => {
    const [post] = (await real.person('helen-marsh'))!.posts;
    const loop = { 'helen-marsh': { posts: [{ ...post, manager: 'grace-adeyemi' }] } } as const;

    expect(await found(loop, anas, 'grace-adeyemi', 'helen-marsh')).toBeUndefined();
  });
});

describe('who may approve at all', () => {
  it.each([
    ['grace-adeyemi', true],
    ['dilip-rao', true],
    ['helen-marsh', true],
    ['edmund-vasey', true],
    ['tom-okafor', false],
    ['ana-pires', false],
    ['nobody', false],
  ])('%s for Ana: %s', async (person, may) => {
    expect(await mayApprove(real, anas, person)).toBe(may);
  });
});

describe('being away', () => {
  it.each([
    [{ awayFrom: undefined, awayUntil: undefined }, false],
    [{ awayFrom: '2026-11-23', awayUntil: '2026-11-23' }, true],
    [{ awayFrom: '2026-11-24', awayUntil: '2026-11-30' }, false],
    [{ awayFrom: '2026-11-01', awayUntil: '2026-11-22' }, false],
    [{ awayFrom: '2026-11-01', awayUntil: undefined }, true],
  ])('%j on a Monday: %s', (days, expected) => {
    expect(isAway(days, DAY)).toBe(expected);
  });
});
