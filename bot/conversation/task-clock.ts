/** When an approver is reminded, and when a request is passed on. Working days are those of England. */
import { bankHolidays } from '../calendar/bank-holidays';
import { workingDaysLater } from '../calendar/days';

const REMIND_AFTER_DAYS = 2;
const PASS_ON_AFTER_DAYS = 5;
/** For somebody who is reminded late, because no process ran at the time. */
const GRACE_DAYS = 1;

/** @param openedAt when the request came to this approver */
export const clocksFrom = (
  openedAt: Date,
): { readonly remindAt: Date; readonly passOnAt: Date } => ({
  remindAt: workingDaysLater(openedAt, REMIND_AFTER_DAYS, bankHolidays),
  passOnAt: workingDaysLater(openedAt, PASS_ON_AFTER_DAYS, bankHolidays),
});

/** Nobody is reminded and passed over in the same breath. */
export function passOnAfterReminder(passOnAt: Date, remindedAt: Date): Date {
  const earliest = workingDaysLater(remindedAt, GRACE_DAYS, bankHolidays);
  return passOnAt > earliest ? passOnAt : earliest;
}
