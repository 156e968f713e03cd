import { aCommit, aRequest } from '../contracts/samples';
import { confirmRequest } from '../support/confirm-request';
import { bodyOf, browserOf } from '../web/a-browser';
import { opened } from './a-conversation';
import { handIn } from './hand-in';
import { openConsole, type OpenConsole } from './open-console';

describe('how satisfied somebody was with their request', () => {
  let open: OpenConsole;

  const rates = async (person: string) => {
    open = await openConsole();
    const request = aRequest({ requestedBy: person });
    await confirmRequest(open.stores, request, 'people-services-desk');
    await open.stores.conversations.commit(
      aCommit({
        conversation: `web:${person}`,
        door: 'web',
        person,
        effects: [
          opened('draft-1', { person, kind: 'request', service: request.service }),
          {
            kind: 'satisfied',
            satisfaction: {
              interaction: 'draft-1',
              person,
              at: open.now().toISOString(),
              score: 4,
              comment: 'Quick & kind.',
            },
          },
        ],
      }),
    );
  };
  afterEach(() => open.close());

  it('stands on its page for those who work it, and on no other', async () => {
    await rates('ana-pires');
    const [own, other] = [await handIn(open), await handIn(open, { key: 'PS-000002' })];
    const fern = await browserOf(open.url, 'fern-lacey');
    const page = bodyOf(await fern.get(`/console/requests/${own}`));
    expect(page).toMatch(/What Ana said once it was done.*Satisfied: 4 of 5\. Today, 12:00\./);
    expect(page).toContain('Quick &amp; kind.');
    expect(bodyOf(await fern.get(`/console/requests/${other}`))).not.toContain('Satisfied:');
  });

  it('is not for those to whom its requester reports', async () => {
    await rates('yusuf-demir');
    const own = await handIn(open);
    const page = async (who: string) =>
      bodyOf(await (await browserOf(open.url, who)).get(`/console/requests/${own}`));

    expect(await page('fern-lacey')).toContain('Quick &amp; kind.');
    expect(await page('olu-martins')).not.toContain('Quick &amp; kind.');
  });
});
