import { aCommit } from '../contracts/samples';
import { bodyOf, browserOf, field, type Browser } from '../web/a-browser';
import { converse } from './a-conversation';
import { nadiaReviews, TRANSCRIPT } from './nadia-reviews';
import type { OpenConsole } from './open-console';

describe('reviewing an answer', () => {
  let open: OpenConsole;
  let nadia: Browser;

  nadiaReviews((opened, browser) => {
    [open, nadia] = [opened, browser];
  });

  const form = async (browser = nadia) => {
    const { text } = await browser.get(TRANSCRIPT);
    const of = (name: string) => field(text, name);
    return { key: of('key'), message: of('message'), interaction: of('interaction') };
  };
  const review = async (said: Record<string, string>, browser = nadia) =>
    browser.post(`${TRANSCRIPT}/review`, { ...(await form(browser)), ...said });
  const shown = async () => bodyOf(await nadia.get(TRANSCRIPT));

  it('waits where somebody was not content, from the overview to the form', async () => {
    expect(bodyOf(await nadia.get('/console'))).toContain(
      '1 conversation with a poor rating waits for a review',
    );
    expect(bodyOf(await nadia.get('/console/transcripts?review=waiting'))).toContain(
      '1 conversation, newest first',
    );
    expect(await shown()).toMatch(/<details class="nhsuk-details how" open>.*Review this answer/);
  });

  it('is kept apart from the rating, with who found it, and ends the waiting', async () => {
    const { status, location } = await review({
      verdict: 'wrong',
      cause: 'search-missed',
      note: 'Grace Adeyemi asked this too',
    });
    expect([status, location]).toEqual([303, `${TRANSCRIPT}#review-i1`]);

    const page = await shown();
    expect(page).toMatch(/Did this sort it\?.*No/);
    expect(page).toMatch(
      /Reviewed:.*Wrong.*There is a clause, and it was not found\. Nadia Rahman/,
    );
    expect(page).toContain('[name] asked this too');
    expect(bodyOf(await nadia.get('/console'))).not.toContain('waits for a review');
    expect(bodyOf(await nadia.get('/console/transcripts?review=waiting'))).toContain(
      'No conversation is like that',
    );
  });

  it('needs a verdict, and what was the matter where it was not right', async () => {
    const none = await review({ note: 'kept for me' });
    expect(none.status).toBe(422);
    expect(none.text).toContain('Choose whether the answer was right');
    expect(none.text).toContain('kept for me');
    expect((await review({ verdict: 'partly', cause: '' })).text).toContain(
      'Choose what was the matter',
    );
    expect((await review({ verdict: 'right', cause: '' })).status).toBe(303);
    expect((await review({ verdict: 'right', note: 'x'.repeat(1001) })).text).toContain(
      'Write at most 1000 characters',
    );
  });

  it('pressed twice is one', async () => {
    const same = { ...(await form()), verdict: 'right' };
    for (let times = 0; times < 2; times += 1)
      expect((await nadia.post(`${TRANSCRIPT}/review`, same)).status).toBe(303);
    expect((await shown()).match(/Reviewed:/g)).toHaveLength(1);
  });

  it('is nobody’s who may not read it, and of nothing in another organisation', async () => {
    await converse(open.stores, [aCommit({})], {
      conversation: 'web:joseph-amadi',
      person: 'joseph-amadi',
      organisation: 'vale',
    });
    const fern = await browserOf(open.url, 'fern-lacey');
    const taken = { ...(await form()), verdict: 'right' };
    expect((await fern.post(`${TRANSCRIPT}/review`, taken)).status).toBe(403);
    expect((await review({ verdict: 'right', interaction: 'of-vale' })).status).toBe(404);
    expect((await nadia.post(`${TRANSCRIPT}/review`, { ...taken, key: 'x' })).status).toBe(403);
    expect(await shown()).not.toContain('Reviewed:');
  });

  it('is in the audit', async () => {
    await review({ verdict: 'right' });
    const olu = await browserOf(open.url, 'olu-martins');
    expect(bodyOf(await olu.get('/console/audit'))).toMatch(/Judged an answer/);
  });
});
