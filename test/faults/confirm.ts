/** The way to a confirmation: a request is begun in Teams, and its button is ready to be pressed. */
import type { Activity, TeamsPerson } from './teams-person';

export const SEND = 'Yes, send it';

/** @param words such as "book me off 4 to 7 may"; @returns the press, not delivered yet */
export async function readyToSend(
  person: TeamsPerson,
  url: string,
  words: string,
): Promise<Activity> {
  expect(await person.deliver(person.saying(words), url)).toBe(200);
  return person.pressing(SEND, await person.button(SEND));
}

/** The reference in "Sent … Your reference is PS-123ABC". */
export const referenceIn = (receipt: string): string => /PS-[0-9A-Z]{6}/.exec(receipt)?.[0] ?? '';

export const RECEIPT = /^\*\*Sent\*\*/;
