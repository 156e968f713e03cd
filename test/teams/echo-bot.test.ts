import { startFakeConnector } from '../fakes/fake-connector';
import { startEchoBot } from '../support/echo-bot';
import { aMessage } from './a-door';

describe('the bare echo bot that we compare ourselves with', () => {
  it('echoes through the connector', async () => {
    const bot = await startEchoBot();
    const connector = await startFakeConnector({ strict: false });
    const response = await fetch(bot.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(aMessage({ serviceUrl: connector.url, text: 'hello' })),
    });

    expect(response.status).toBe(200);
    expect(connector.delivered[0]?.activity.text).toBe('Echo: hello');
    await bot.close();
    await connector.close();
  });
});
