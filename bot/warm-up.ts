/** The first question of the day should not wait for patterns, pages and indexes to be made ready. */
import { bankHolidays } from './calendar/bank-holidays';
import { today } from './calendar/days';
import { asksForSomeoneElsesData } from './conversation/sensitive/about-someone-else';
import { detectSensitivity } from './conversation/sensitive/detect';
import type { Organisation } from './directory/directory';
import type { Dialogs } from '../dialogs';
import type { Answering } from '../knowledge';
import type { Log } from './log';
import type { Render } from './web/render';

const SAMPLE = 'how many days of annual leave do i get, and can i have friday off please';

/** After whoever started it was told that it is ready: it is, only the first answer would be slower. */
export function warmUpSoon(log: Log, ...made: Parameters<typeof warmUp>): void {
  setImmediate(() => {
    warmUp(...made).catch((error: unknown) => {
      log.warn({ event: 'warm-up.failed', name: error instanceof Error ? error.name : 'unknown' });
    });
  });
}

/** Goes through a turn's steps that keep nothing: no model is asked and nothing is written. */
async function warmUp(
  knowledge: Answering,
  dialogs: Dialogs,
  render: Render,
  organisations: readonly Organisation[],
  now: Date,
): Promise<void> {
  render.compileAll();
  const day = today(now);
  detectSensitivity(SAMPLE);
  asksForSomeoneElsesData(SAMPLE);
  dialogs.recognise(SAMPLE, {
    today: day,
    givenName: null,
    isManager: true,
    reports: [],
    posts: [],
    bankHolidays: bankHolidays.days,
    earlyHours: false,
  });
  for (const organisation of [undefined, ...organisations]) {
    const question = {
      text: SAMPLE,
      before: null,
      organisation: organisation?.id,
      staffGroup: 'agenda-for-change' as const,
      pointOfView: 'staff' as const,
      on: day,
      particulars: {},
    };
    await knowledge.topics(question, AbortSignal.timeout(10_000));
  }
}
