import { aBrowser, type Browser } from './a-browser';
import { openWeb, type OpenWeb } from './open-web';

describe('the policy pages', () => {
  let web: OpenWeb;
  let anybody: Browser;

  beforeAll(async () => {
    web = await openWeb();
    anybody = aBrowser(web.url);
  });
  afterAll(() => web.close());

  it('list every policy with what it is about, without signing in', async () => {
    const { status, text } = await anybody.get('/policies');

    expect(status).toBe(200);
    expect(text).toMatch(/href="\/policies\/annual-leave"[^]*How much paid leave you get/);
    expect(text).toContain('href="/policies/special-leave"');
  });

  it('find a clause by the words people use', async () => {
    const { text } = await anybody.get('/policies?q=called+jury');

    expect(text).toContain('1 part about');
    expect(text).toContain('href="/policies/special-leave#special-leave.2"');
  });

  it('show each clause under its own id, with whom it is for, how sure we are and its sources', async () => {
    const { text } = await anybody.get('/policies/special-leave');

    expect(text).toContain('<section class="clause" id="special-leave.1"');
    expect(text).toContain('Staff on Agenda for Change and bank workers.');
    expect(text).toContain('Confirmed: we have seen an official source.');
    expect(text).toContain('href="https://handbook.example/section-33"');
    expect(text).toMatch(/A handbook, section 33<\/a>, March 2021 \(seen Sunday 1 November 2026\)/);
    expect(text).toContain('Version 2026.1, in force from Wednesday 1 April 2026');
    expect(text).toContain('longest claim: <strong>10 days</strong>');
    expect(text).toContain('how many days your employer gives');
  });

  it('say of a rule that is not yet in force when it starts', async () => {
    const { text } = await anybody.get('/policies/special-leave');

    expect(text).toContain('Not yet in force');
    expect(text).toContain('This rule starts on Thursday 1 April 2027.');
  });

  it.each(['2', 'special-leave.2'])('lead from /special-leave/%s to the clause', async (clause) => {
    expect(await anybody.get(`/policies/special-leave/${clause}`)).toMatchObject({
      status: 303,
      location: '/policies/special-leave#special-leave.2',
    });
  });

  it('say that a clause does not exist, and lead to its policy', async () => {
    const { status, text } = await anybody.get('/policies/special-leave/99');

    expect(status).toBe(404);
    expect(text).toContain('has no part called “99”');
    expect(text).toContain('href="/policies/special-leave"');
  });

  it('do not lead to a clause of another policy', async () => {
    expect((await anybody.get('/policies/special-leave/annual-leave.1')).status).toBe(404);
  });

  it('offer the nearest titles for a policy that does not exist', async () => {
    const { status, text } = await anybody.get('/policies/anual-leave');

    expect(status).toBe(404);
    expect(text).toContain('There is no policy called “anual-leave”');
    expect(text).toContain('href="/policies/annual-leave"');
  });

  it('say a wrong address back as words', async () => {
    const { text } = await anybody.get('/policies/%3Cscript%3Ealert(1)');

    expect(text).toContain('&lt;script&gt;alert(1)');
  });
});
