/** A bare botbuilder echo bot, as its tutorial writes it: what the benchmarks compare our turns with. */
import { ActivityHandler, CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import restify from 'restify';

export async function startEchoBot(): Promise<{ url: string; close: () => Promise<void> }> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const bot = new ActivityHandler();
  bot.onMessage(async (context, next) => {
    await context.sendActivity(`Echo: ${context.activity.text}`);
    await next();
  });

  const server = restify.createServer();
  server.use(restify.plugins.bodyParser());
  server.post('/api/messages', async (req, res) => {
    const body = req.body as Record<string, unknown>; // restify types it as any
    await adapter.process({ body, headers: req.headers, method: 'POST' }, res, (context) =>
      bot.run(context),
    );
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    url: `http://127.0.0.1:${server.address().port}/api/messages`,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.server.closeIdleConnections();
      }),
  };
}
