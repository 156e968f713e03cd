/**
 * Why a receiving service did not take something, for the person who sees it first: in plain words,
 * with what to do. What it said itself stands beside it, for whoever mends it.
 */
const ANSWERED = /\banswered (\d{3})\b/;

const CANNOT_USE =
  'The receiving service cannot use it as it is, so trying again alone will not help. Send the words in brackets to whoever looks after the assistant, and try again once they have mended it.';
const NOT_LET_IN =
  'The receiving service did not let us in. Whoever looks after the assistant must check that both have the same secret. Then try again.';
const DOES_NOT_KNOW =
  'The receiving service does not know what this belongs to. Ask them whether they still have it. If they do, send the words in brackets to whoever looks after the assistant.';
const NOT_NOW =
  'The receiving service could not take it when we tried. It may be well by now, so try again. If it comes back here, send the words in brackets to whoever looks after the assistant.';

const BY_ANSWER: Readonly<Record<string, string>> = {
  400: CANNOT_USE,
  413: CANNOT_USE,
  422: CANNOT_USE,
  401: NOT_LET_IN,
  403: NOT_LET_IN,
  404: DOES_NOT_KNOW,
};

/** @param reason what was kept of it; null where nothing was */
export function sayTrouble(reason: string | null): string {
  const [, answer = ''] = ANSWERED.exec(reason ?? '') ?? [];
  return BY_ANSWER[answer] ?? NOT_NOW;
}
