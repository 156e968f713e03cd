/** What several rules say. A slot is filled as it is in a rule's own words. */
export const FROM_TODAY = 'From today, that means {theDay} or later.';
export const ABOUT_THE_PAY = 'This is about the pay, not the leave.';

export const STARTED_ON = 'I can see that you started on {sinceDay}.';
/** Of work here whose beginning the directory does not know for certain. */
export const hereSince = (needed: string) => [
  `${needed} I can see that you have been here since {sinceDay} at the latest.`,
  `${needed} I cannot see when you started.`,
];

export const IF_SERVED_ELSEWHERE =
  'If you worked for another NHS employer before, tell people services.';
export const ASK_PAYROLL = 'Payroll can tell you what you would get.';
export const ASK_BANK_OFFICE =
  'You can still send this. The bank office can tell you if you are an employee.';
export const OR_TALK_TO_MANAGER =
  'You can change the first day, or send it and talk to your manager.';
export const OR_MANAGER_DECIDES = 'You can still send it, and your manager decides.';
export const OR_ASK_PENSIONS_TEAM =
  'You can change the day, or send it and ask your pensions team.';
