import { Line } from '../../bot/cli/ask-contract';
import { EvaluationQuestion } from '../../bot/cli/evaluation/question-sets';
import type { ConsoleParts } from '../../bot/console/console-parts';
import { createDisguise } from '../../bot/console/disguise';
import { builtInKnowledge } from '../golden/stage';
import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { aLongTalk, converse, CONVERSATION, opened } from './a-conversation';
import { openConsole, type OpenConsole } from './open-console';

const TRANSCRIPT = `/console/transcripts/${createDisguise('a-secret-for-tests').seal(CONVERSATION)}`;
const of = (interaction: string) => `/console/reviews/${interaction}/regression`;
const NEW = of('i1');
const ALL = '/console/regressions';
const RIGHT = 'annual-leave-and-bank-holidays.1';

describe('regression questions', () => {
  let open: OpenConsole;
  let nadia: Browser;
  let asked: { now: number; most: number; texts: string[] };

  beforeEach(async () => {
    const knowledge = builtInKnowledge();
    asked = { now: 0, most: 0, texts: [] };
    const answering: ConsoleParts['answering'] = {
      ...knowledge,
      async answer(question, signal) {
        asked.now += 1;
        asked.most = Math.max(asked.most, asked.now);
        asked.texts.push(question.text);
        try {
          return await knowledge.answer(question, signal);
        } finally {
          asked.now -= 1;
        }
      },
    };
    open = await openConsole({ policies: knowledge.set, answering });
    await converse(open.stores, aLongTalk);
    nadia = await browserOf(open.url, 'nadia-rahman');
  }, 60_000);
  afterEach(() => open.close());

  const judge = async (verdict: string, cause = 'search-missed') => {
    const { text } = await nadia.get(TRANSCRIPT);
    const form = { key: field(text, 'key'), message: field(text, 'message') };
    await nadia.post(`${TRANSCRIPT}/review`, { ...form, interaction: 'i1', verdict, cause });
  };
  const form = async (browser = nadia, at = NEW) => {
    const { text } = await browser.get(at);
    return { key: field(text, 'key'), message: field(text, 'message') };
  };
  const keep = async (changes: Record<string, string> = {}, at = NEW) =>
    nadia.post(at, {
      ...(await form(nadia, at)),
      do: 'keep',
      text: 'how much annual leave do i get',
      staffGroup: 'agenda-for-change',
      [`right-${RIGHT}`]: 'yes',
      ...changes,
    });
  /** Another interaction, of another person. */
  const asksAgain = async (person = 'tom-okafor', organisation = 'fellbridge') => {
    const theirs = { person, conversation: `web:${person}`, organisation };
    await converse(
      open.stores,
      [{ interaction: 'i9', said: 'am i off', effects: [opened('i9', theirs)] }],
      theirs,
    );
  };
  const run = async () => {
    const { text } = await nadia.get(ALL);
    return nadia.post(ALL, { key: field(text, 'key'), do: 'run' });
  };
  const list = async (browser = nadia) => bodyOf(await browser.get(ALL));

  it('come from an answer that was found wrong, with the question masked', async () => {
    expect(bodyOf(await nadia.get(TRANSCRIPT))).not.toContain('regression question');
    await judge('right');
    expect(bodyOf(await nadia.get(TRANSCRIPT))).not.toContain('regression question');
    await judge('wrong');
    expect(bodyOf(await nadia.get(TRANSCRIPT))).toContain(`href="${NEW}"`);

    const page = bodyOf(await nadia.get(NEW));
    expect(page).toContain('does [name] get 33 days? ring me on [phone]');
    // What was found then is offered.
    expect(page).toContain(`name="right-${RIGHT}"`);
  });

  it('are kept once, without names whatever was typed, and read back in the list', async () => {
    const same = { ...(await form()), text: 'does Priya Nair get 33 days' };
    for (let times = 0; times < 2; times += 1) expect((await keep(same)).location).toBe(ALL);
    const page = await list();
    expect(page.match(/does \[name\] get 33 days/g)).toHaveLength(3);
    expect(page).not.toContain('Priya');
    expect(page).toMatch(/1 question, 0 failed.*Not asked yet.*Nadia Rahman/);
    expect(page).toContain(`#${RIGHT}`);
  });

  it('are told of beside the answer that they came from, with how they went', async () => {
    await judge('wrong');
    await keep();
    const told = async () => bodyOf(await nadia.get(TRANSCRIPT));
    expect(await told()).toMatch(/Kept as a .*regression question.*Not asked yet.*Nadia Rahman/);
    await run();
    expect(await told()).toMatch(/Kept as a .*regression question.*Passed.*Nadia Rahman/);
  });

  it('are one of each answer: whoever comes with other words has them given back', async () => {
    await keep();
    const second = await keep({ text: 'how many days off are there' });
    expect(second.status).toBe(409);
    expect(second.text).toContain('has a regression question already');
    expect(second.text).toContain('how many days off are there');
    expect(await list()).toContain('1 question, 0 failed');
  });

  it('are not for whom their person reports to, on the page or in the file', async () => {
    await asksAgain('devon-clarke', 'orchard-street');
    const olu = await browserOf(open.url, 'olu-martins');
    const drawn = await form(olu, of('i9'));
    const kept = { ...drawn, do: 'keep', text: 'can i leave my husband', staffGroup: 'bank' };
    expect((await olu.post(of('i9'), { ...kept, [`right-${RIGHT}`]: 'yes' })).status).toBe(303);
    const maya = await browserOf(open.url, 'maya-lund');

    expect(await list(olu)).toContain('can i leave my husband');
    expect(await list(maya)).not.toContain('husband');
    const file = await maya.get(`${ALL}/questions.jsonl`);
    expect([file.status, file.text]).toEqual([200, '']);
  });

  it('take a clause from the search, or by its address', async () => {
    const searched = await keep({
      do: 'search',
      search: 'jury service',
      [`right-${RIGHT}`]: 'yes',
    });
    expect(searched.status).toBe(200);
    expect(searched.text).toContain('Special leave: ');
    expect(searched.text).toMatch(new RegExp(`name="right-${RIGHT}"[^>]*checked`));
    expect((await keep({ do: 'search', search: 'xylophone' })).text).toContain('No clause has all');

    const wrong = await keep({ address: 'special-leave.999' });
    expect([wrong.status, wrong.text.includes('no clause at that address')]).toEqual([422, true]);
    const at = '/policies/special-leave#special-leave.2';
    expect((await keep({ address: at })).status).toBe(303);
    expect(await list()).toContain('#special-leave.2');
  });

  it('need a question and a right answer', async () => {
    const none = await keep({ [`right-${RIGHT}`]: '', text: ' ' });
    expect([none.status, none.text.includes('Write the question')]).toEqual([422, true]);
    const { text } = await nadia.get(NEW);
    const bare = { key: field(text, 'key'), message: field(text, 'message'), do: 'keep' };
    const noClause = await nadia.post(NEW, { ...bare, text: 'x', staffGroup: 'bank' });
    expect(noClause.text).toContain('Choose the clause that is the right answer');
  });

  it('are asked of the policies as they are, one at a time, and tell what passed', async () => {
    await keep();
    await asksAgain();
    await keep({ text: 'can i have time off for jury service' }, of('i9'));
    expect((await run()).location).toBe(`${ALL}#results`);

    const page = await list();
    expect(page).toContain('2 questions, 1 failed when last asked');
    expect(page).toMatch(/jury service.*Failed.*It cited:.*how much annual leave do i get.*Passed/);
    expect(asked.texts).toHaveLength(2);
    expect(asked.most).toBe(1);
  });

  it('say so where the policies do not answer', async () => {
    await keep();
    const answer = () => Promise.reject(new Error('the thread has ended'));
    const other = await openConsole({ answering: { ...builtInKnowledge(), answer } });
    await converse(other.stores, aLongTalk);
    await other.stores.regressions.keep(
      { organisations: ['fellbridge'], except: [] },
      {
        id: 'q1',
        interaction: 'i1',
        text: 'x',
        staffGroup: 'bank',
        clauses: [RIGHT],
        by: 'nadia-rahman',
      },
      other.now(),
    );
    const there = await browserOf(other.url, 'nadia-rahman');
    const { text } = await there.get(ALL);
    const stopped = await there.post(ALL, { key: field(text, 'key'), do: 'run' });
    expect([stopped.status, stopped.text.includes('Not all questions were asked')]).toEqual([
      503,
      true,
    ]);
    await other.close();
  });

  it('are taken along as `ask --batch` and as `evaluate` read them', async () => {
    await keep();
    const lines = async (query = '') =>
      (await nadia.get(`${ALL}/questions.jsonl${query}`)).text
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown);
    const [line] = await lines();
    expect(Line.parse(line)).toMatchObject({
      text: 'how much annual leave do i get',
      organisation: 'fellbridge',
      staffGroup: 'agenda-for-change',
    });
    const [question] = await lines('?for=evaluate');
    expect(EvaluationQuestion.parse(question).policies).toEqual(['annual-leave-and-bank-holidays']);
  });

  it('are another organisation’s for nobody, and are removed by who may', async () => {
    await keep();
    const joseph = await browserOf(open.url, 'joseph-amadi');
    expect(await list(joseph)).toContain('no regression questions yet');
    expect((await joseph.get(NEW)).status).toBe(404);
    expect((await joseph.get(`${ALL}/questions.jsonl?organisation=fellbridge`)).text).toBe('');
    const { text } = await nadia.get(ALL);
    const remove = { do: 'remove', question: field(text, 'question') };
    const theirs = field((await joseph.get('/console')).text, 'key');
    await joseph.post(ALL, { ...remove, key: theirs });
    expect(await list()).toContain('1 question');
    await nadia.post(ALL, { ...remove, key: field(text, 'key') });
    expect(await list()).toContain('no regression questions yet');
    const fern = await browserOf(open.url, 'fern-lacey');
    expect((await fern.get(ALL)).status).toBe(403);
  });
});
