/** OpenAI and Azure OpenAI behind the same port, over real HTTP to a strict fake. */
import { createOpenAiPhraser, type Rejection } from '../../knowledge/model/openai-phraser';
import type { ModelSettings } from '../../knowledge/model/model-settings';
import { itIsAPhraser, type OpenPhraser } from '../contracts/phraser';
import { FAKE_KEY, fakeOpenAi, type FakeOpenAi, type Line } from '../fakes/fake-openai';

const fakes: FakeOpenAi[] = [];
// The chat library grumbles on the console when a model's arguments are not JSON.
beforeEach(() => {
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});
afterEach(async () => {
  await Promise.all(fakes.splice(0).map((fake) => fake.close()));
});

const openWith =
  (settings: (url: string) => ModelSettings) =>
  async (...script: readonly Line[]): Promise<OpenPhraser> => {
    const fake = await fakeOpenAi(...script);
    fakes.push(fake);
    const rejected: Rejection[] = [];
    const phraser = createOpenAiPhraser(settings(fake.url), {
      // Long enough for a loaded machine, unless the model was told never to answer.
      timeLimitMs: script[0]?.kind === 'slow' ? 400 : 6000,
      onRejected: (why) => rejected.push(why),
    });
    const sent = (): string =>
      fake.asked.flatMap(({ messages }) => messages.map(({ content }) => content)).join('\n');
    return { phraser, rejected, sent, reached: fake.reached, hungUp: fake.hungUp };
  };

const azure = (url: string) => ({
  kind: 'azure' as const,
  endpoint: url,
  deployment: 'gpt-4-people',
  apiVersion: '2024-10-21',
});

describe('a phraser on OpenAI', () => {
  itIsAPhraser(
    openWith((url) => ({
      kind: 'openai',
      apiKey: FAKE_KEY,
      baseUrl: `${url}/v1`,
      model: 'gpt-4o-mini',
    })),
  );
});

describe('a phraser on Azure OpenAI, with a key', () => {
  itIsAPhraser(openWith((url) => ({ ...azure(url), key: FAKE_KEY })));
});

describe('a phraser on Azure OpenAI, with a token', () => {
  itIsAPhraser(openWith((url) => ({ ...azure(url), token: async () => FAKE_KEY })));
});

describe('settings of a phraser', () => {
  const options = { onRejected: () => undefined };

  it('refuses to send staff questions unencrypted to another machine', () => {
    const settings = {
      kind: 'openai' as const,
      apiKey: 'k',
      baseUrl: 'http://models.example.org/v1',
      model: 'm',
    };

    expect(() => createOpenAiPhraser(settings, options)).toThrow(/https:/);
  });

  it('says that Azure needs a key or a token', () => {
    expect(() => createOpenAiPhraser(azure('https://example.org'), options)).toThrow(
      /key or a token/,
    );
  });
});
