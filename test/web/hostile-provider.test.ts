/** Signing in where the provider is ill, or somebody else answers in its place. */
import { openIdAt } from '../../bot/web/open-id';
import type { LogEvent } from '../../bot/log';
import {
  answer,
  jsonAnswer,
  startHostileProvider,
  tokenAnswer,
  type Answer,
  type HostileProvider,
} from '../support/hostile-provider';
import { aBrowser } from './a-browser';
import { openWeb, type OpenWeb } from './open-web';

const FELLBRIDGE = '55ed2f8f-25e7-4de1-a1f3-5d9299b32c9b';
const ANA = '026488b5-6475-4955-aaba-ccb1ee31e450';

describe('a provider that cannot be trusted', () => {
  let provider: HostileProvider;
  let web: OpenWeb;
  const events: LogEvent[] = [];
  const keep = (event: LogEvent) => void events.push(event);

  beforeEach(async () => {
    events.length = 0;
    provider = await startHostileProvider();
    const log = { info: keep, warn: keep, error: keep };
    web = await openWeb({ signIn: openIdAt(provider.settings), log });
  });
  afterEach(async () => {
    await web.close();
    await provider.close();
  });

  /** @param more stands in the address after the code */
  const comeBack = async (code: (nonce: string) => Answer, more = '') => {
    const browser = aBrowser(web.url);
    const { searchParams: asked } = new URL((await browser.get('/sign-in')).location ?? '');
    provider.onCode(code(asked.get('nonce') ?? ''));
    const state = asked.get('state') ?? '';
    const page = await browser.get(`/signed-in?code=made-up-code&state=${state}${more}`);
    const isIn = (await browser.get('/chat')).status === 200;
    return { ...page, isIn };
  };
  const claims = (nonce: string) => provider.claims(FELLBRIDGE, ANA, nonce);

  it('is not there where all is well, whatever the case of the ids', async () => {
    const ids = [FELLBRIDGE.toUpperCase(), ANA.toUpperCase()] as const;
    const came = await comeBack((nonce) =>
      tokenAnswer(provider.signed(provider.claims(...ids, nonce))),
    );

    expect(came).toMatchObject({ status: 200, isIn: true });
  });

  it.each<[string, (nonce: string) => string]>([
    ['with no signature', (nonce) => provider.unsigned(claims(nonce))],
    ['signed with a key of nobody’s', (nonce) => provider.forged(claims(nonce))],
    ['for another program', (nonce) => provider.signed({ ...claims(nonce), aud: 'other' })],
    ['for another call', (nonce) => provider.signed({ ...claims(nonce), nonce: 'other' })],
    ['for no call', (nonce) => provider.signed({ ...claims(nonce), nonce: undefined })],
    [
      'of another provider',
      (nonce) => provider.signed({ ...claims(nonce), iss: 'https://x.test' }),
    ],
    ['of long ago', (nonce) => provider.signed({ ...claims(nonce), iat: 900, exp: 1000 })],
  ])('lets nobody in on a token %s', async (_, token) => {
    const came = await comeBack((nonce) => tokenAnswer(token(nonce)));

    expect(came).toMatchObject({ status: 400, isIn: false });
    expect(came.text).toContain('Signing in did not work');
  });

  it.each([
    ['another provider says that it answered', '&iss=https://elsewhere.example'],
    ['the state stands twice', '&state=other'],
    ['the code stands twice', '&code=other'],
  ])('lets nobody in where %s', async (_, more) => {
    const honest = (nonce: string) => tokenAnswer(provider.signed(claims(nonce)));
    expect(await comeBack(honest, more)).toMatchObject({ status: 400, isIn: false });
  });

  it.each<[string, Answer]>([
    ['500', jsonAnswer({}, 500)],
    [
      'a page of a proxy',
      (response) => {
        answer(response, '<h1>Blocked</h1>', 'text/html');
      },
    ],
    [
      'half an answer',
      (response) => {
        answer(response, '{"id_tok', 'application/json');
      },
    ],
    [
      'nothing',
      (response) => {
        response.destroy();
      },
    ],
    ['"too many"', jsonAnswer({ error: 'temporarily_unavailable' }, 429)],
  ])('says that it is not their fault where it answers %s', async (_, code) => {
    const came = await comeBack(() => code);

    expect(came).toMatchObject({ status: 503, isIn: false });
    expect(came.text).toContain('Wait a few minutes');
  });

  it('says so too where it sends somebody back because it is ill', async () => {
    const came = await comeBack(() => jsonAnswer({}), '&error=temporarily_unavailable');
    expect(came.text).toContain('Wait a few minutes');
  });

  it('tells who looks after it that the secret ran out, and nothing of the person', async () => {
    const refusal = { error: 'invalid_client', error_description: 'AADSTS7000222 ana.pires' };
    await comeBack(() => jsonAnswer(refusal, 401));

    expect(events).toEqual([
      { event: 'web.sign-in-failed', kind: 'refused', code: 'invalid_client' },
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['no page to sign in', { authorization_endpoint: undefined }],
    ['a script for a page', { authorization_endpoint: 'javascript:alert(1)' }],
    ['nowhere to take a code', { token_endpoint: undefined }],
    ['no keys', { jwks_uri: undefined }],
    ['another’s name', { issuer: 'https://elsewhere.example' }],
  ])('sends nobody to one that has %s, and asks it again', async (_, metadata) => {
    const browser = aBrowser(web.url);
    provider.onMetadata(metadata);
    const page = await browser.get('/sign-in');
    provider.onMetadata({});

    expect(page.status).toBe(503);
    expect(page.text).toContain('Wait a few minutes');
    expect((await browser.get('/sign-in')).status).toBe(303);
  });
});
