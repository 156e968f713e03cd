/** What is said about when a request is expected, when that changes, and when it is late. */

export const expected = {
  /** At the end of a line of “my requests”. */
  line: {
    by: (day: string) => `Expected by ${day}.`,
    moved: (day: string) => `Now expected by ${day}.`,
    late: (day: string) => `It was expected by ${day}, so it is late.`,
    /** Where nobody tells us that it is done, nobody can tell that it is late. */
    unfollowed: (day: string) =>
      `Usually done by ${day}. I am not told when it is, so please ask people services.`,
  },
  receipt: {
    /** Of a receiving service that tells nothing back, such as a mailbox. */
    unfollowed: (contact: string) =>
      `I am not told what happens to it after that, so I can’t tell you when it is done. You can ask ${contact}.`,
  },
  news: {
    later: (title: string, reference: string, day: string) =>
      `Your request will take longer: ${title} (${reference}). It is now expected by **${day}**.`,
    sooner: (title: string, reference: string, day: string) =>
      `Your request may be done sooner: ${title} (${reference}). It is now expected by **${day}**.`,
    late: (title: string, reference: string, day: string) =>
      `I am sorry, your request is **late**: ${title} (${reference}). It was expected by ${day}.`,
    unfollowed: (title: string, reference: string, day: string) =>
      `Your request was expected by ${day}: ${title} (${reference}). I am not told whether it is done.`,
    ask: (contact: string) => `To ask about it: ${contact}.`,
    withApprover: (name: string) => `${name} has not decided on it yet.`,
    withPeopleServices: 'People services have it.',
    onItsWay: 'It has not reached people services yet. It is safe, and we are still trying.',
  },
  /** In a receipt, and in the news that it goes to people services. */
  firstSeen: (when: string) => `People services open ${when}, and a person will first see it then.`,
} as const;
