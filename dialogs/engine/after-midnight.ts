/** Between midnight and five "tomorrow" may mean today. */
import type { Asker } from './asker';
import { inWords } from './reading/days';

/** Said at 2 a.m., "tomorrow" may mean today: the read-back then says what it was counted from. */
export function afterMidnight(asker: Asker, said: string): Readonly<Record<string, string>> {
  const isRelative = /\b(?:today|tonight|tomorrow)\b/.test(said);
  return asker.earlyHours && isRelative ? { countedFrom: inWords(asker.today, false) } : {};
}
