/** Azure AI Search behind the port, over real HTTP to a strict fake of the service. */
import { createAzureSource, type SearchProblem } from '../../knowledge/sources/azure/azure-source';
import { publishPassages } from '../../knowledge/sources/azure/publish-passages';
import type { KnowledgeSource, Passage } from '../../knowledge/sources/source';
import { itIsAKnowledgeSource } from '../contracts/knowledge-source';
import { FAKE_SEARCH_KEY, fakeAzureSearch, type FakeAzureSearch } from '../fakes/fake-azure-search';
import { vocabularyOf } from '../support/vocabulary-of';

let service: FakeAzureSearch;
beforeEach(async () => {
  service = await fakeAzureSearch();
});
afterEach(() => service.close());

const settings = (own = {}) => ({
  endpoint: service.url,
  index: 'policies',
  key: FAKE_SEARCH_KEY,
  ...own,
});
const signal = (): AbortSignal => new AbortController().signal;
const problems: SearchProblem[] = [];
const sourceOf = (passages: readonly Passage[], own = {}): KnowledgeSource =>
  createAzureSource({
    ...settings(own),
    passages,
    vocabulary: vocabularyOf(passages),
    onProblem: (problem) => problems.push(problem),
    ...own,
  });

const aPassage = (id: string, organisation: string | null = null): Passage => ({
  id,
  policy: 'leave',
  title: 'Leave',
  heading: 'Annual leave',
  asks: [],
  text: 'Annual leave.',
  organisation,
  staffGroups: ['agenda-for-change'],
  effective: '2026-04-01',
  until: undefined,
});
const publish = (passages: readonly Passage[], organisation: string | null = null) =>
  publishPassages(settings(), passages, organisation, signal());
const search = (source: KnowledgeSource) =>
  source.search('annual leave', {
    organisation: undefined,
    on: '2026-11-01',
    limit: 5,
    signal: signal(),
  });

describe('Azure AI Search', () => {
  itIsAKnowledgeSource(async (passages) => {
    for (const organisation of new Set(passages.map((passage) => passage.organisation)))
      await publish(
        passages.filter((passage) => passage.organisation === organisation),
        organisation,
      );
    return sourceOf(passages);
  });

  it.each([
    [{ kind: 'fail', status: 429 }, 'status 429'],
    [{ kind: 'fail', status: 503 }, 'status 503'],
    [{ kind: 'drop' }, 'out of reach'],
    [{ kind: 'slow' }, 'slow'],
  ] as const)('says that it is unavailable: %j', async (trouble, why) => {
    await publish([aPassage('leave.1')]);
    service.next(trouble, trouble);

    const asked = search(
      sourceOf([aPassage('leave.1')], trouble.kind === 'slow' ? { timeLimitMs: 60 } : {}),
    );

    await expect(asked).rejects.toMatchObject({ name: 'SourceUnavailable', why });
  });

  it('gets over one slip of a busy service', async () => {
    await publish([aPassage('leave.1')]);
    service.next({ kind: 'fail', status: 503 });

    expect(await search(sourceOf([aPassage('leave.1')]))).toMatchObject([{ id: 'leave.1' }]);
  });

  it.each([
    [{ key: 'wrong' }, 'Check AZURE_SEARCH_KEY.'],
    [{ index: 'nowhere' }, 'Check AZURE_SEARCH_INDEX'],
  ])('names the setting that is wrong: %j', async (own, remedy) => {
    await publish([aPassage('leave.1')]);

    await expect(search(sourceOf([aPassage('leave.1')], own))).rejects.toThrow(remedy);
  });

  it("drops and reports another organisation's text, even where the service lets it through", async () => {
    const passages = [aPassage('leave.1'), aPassage('leave.2', 'fellbridge')];
    await publish(passages.slice(0, 1));
    await publish(passages.slice(1), 'fellbridge');
    problems.length = 0;
    service.next({ kind: 'unfiltered' });

    expect(await search(sourceOf(passages))).toMatchObject([{ id: 'leave.1' }]);
    expect(problems).toEqual([{ kind: 'not-theirs', clause: 'leave.2' }]);
  });

  it('drops and reports a clause that this process does not hold yet', async () => {
    await publish([aPassage('leave.1'), aPassage('leave.2')]);
    problems.length = 0;

    expect(await search(sourceOf([aPassage('leave.1')]))).toMatchObject([{ id: 'leave.1' }]);
    expect(problems).toEqual([{ kind: 'unknown-clause', clause: 'leave.2' }]);
  });

  it('never asks another machine without encryption', () => {
    expect(() => sourceOf([], { endpoint: 'http://search.example.org' })).toThrow(/https:/);
  });
});

describe('publishing to Azure AI Search', () => {
  it('sends a large set in batches and takes out what is gone', async () => {
    const many = Array.from({ length: 1201 }, (_, n) => aPassage(`leave.${n}`));

    expect(await publish(many)).toEqual({ uploaded: 1201, deleted: 0 });
    expect(await publish(many.slice(0, 1100))).toEqual({ uploaded: 1100, deleted: 101 });
    expect(service.held('policies')).toHaveLength(1100);
    expect(service.calls.filter((call) => call.endsWith('search.index'))).toHaveLength(5);
  });

  it("leaves other organisations' text alone", async () => {
    await publish([aPassage('own.1', 'fellbridge')], 'fellbridge');
    await publish([aPassage('leave.1')]);

    expect(service.held('policies')).toEqual(['own.1', 'leave.1']);
  });

  it('names what was not taken, and deletes nothing', async () => {
    await publish([aPassage('leave.1'), aPassage('leave.2')]);
    service.next({ kind: 'part', clauses: [] }, { kind: 'part', clauses: ['leave.3'] });

    await expect(publish([aPassage('leave.1'), aPassage('leave.3')])).rejects.toThrow(
      'leave.3 (503)',
    );
    expect(service.held('policies')).toEqual(['leave.1', 'leave.2']);
  });

  it('will not empty an index by mistake', async () => {
    await expect(publish([])).rejects.toThrow('nothing to publish');
  });

  it("will not publish an organisation's text as national", async () => {
    await expect(publish([aPassage('own.1', 'fellbridge')])).rejects.toThrow('own.1');
    await expect(publish([aPassage('own.1', 'national')], 'national')).rejects.toThrow('Rename it');
  });
});
