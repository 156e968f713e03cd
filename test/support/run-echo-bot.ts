/** The echo bot as a program of its own, for `npm run bench`. */
import { startEchoBot } from './echo-bot';

void startEchoBot().then(({ url, close }) => {
  process.stdout.write(`${url}\n`);
  process.once('SIGTERM', () => {
    void close();
  });
});
