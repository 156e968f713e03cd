/** What is said where a colleague helps a caller by phone: to the colleague, and to the caller's own chat. */

interface Sent {
  readonly helper: string;
  readonly title: string;
  readonly reference: string;
  readonly summary: string;
  /** Of people services. */
  readonly contact: string;
}

export const phone = {
  /** Of the receipt, which is read out: the news comes to the caller's own chat. */
  receipt: {
    next: (givenName: string) => `If ${givenName} approves it, it goes to people services.`,
    nobody:
      'The directory shows nobody who can approve this for you. People services will ask for the approval.',
    /** In place of that they can see what becomes of it. */
    unfollowed: (name: string, contact: string) =>
      `This assistant is not told what happens to it after that. To ask, ${name} can ring ${contact}.`,
  },
  /** Below it. */
  alsoTold: (name: string) =>
    `Tell ${name}: in their own chat they can see what becomes of it. They say “my requests”.`,
  alsoToldUnfollowed: (name: string) =>
    `Tell ${name}: in their own chat they can read what was sent. They say “my requests”.`,
  noForm: 'There is no form in a call. Ask one question at a time here.',
  decidesAlone: (name: string) =>
    `What waits for ${name}’s decision is for ${name} alone, in their own chat. I can’t show it or decide it in a call.`,
  deletesAlone: (name: string) =>
    `Nothing is deleted in a call. ${name} can say “delete my conversations” in their own chat: that deletes the words of this call too.`,
  noDraftHere: (name: string) =>
    `Nothing was begun in this call. What ${name} may have begun in their own chat is not shown here.`,
  nothingSentHere: (name: string) =>
    `Nothing was sent in this call. ${name} can see all their requests in their own chat, with “my requests”.`,

  /** To the colleague, of what the caller told: nobody but them is listening. */
  lifeAtRisk: (name: string) => ({
    first: `**Stay on the phone with ${name}.** Listen, and say that you are glad they told you. Ask where they are, and who is with them.`,
    danger: 'If anyone is in danger: ring **999** now, or ask a colleague to ring while you talk.',
    program: `Please give ${name} these numbers before you ring off. Nobody but you has heard this: I have told nobody, and I have not kept the words.`,
    later: `When ${name} is ready, I can still help with the question.`,
    afterwards: [
      `${name} need not say any more. Do not press them, and do not end the call in a hurry.`,
      'Give them the number of Samaritans, who are there any time, free: **116 123**. If anyone is in danger, ring **999**.',
      'Then talk to somebody about it yourself. That was a hard call to take.',
    ],
  }),
  disclosure: (name: string) => ({
    first: `**Listen first.** Tell ${name} that you are sorry, and that they decide what happens next. Do not ask for details, and do not promise to keep it secret.`,
    people: `People ${name} can talk to in confidence:`,
    danger: 'In danger now: ring **999**.',
    notKept: 'I have not kept the words, and I have reported nothing.',
  }),
  /** Above a request that goes on, of a hard time that the caller told of. */
  support: (name: string, who: string | null) =>
    `**This may be a hard time for ${name}.** Ask how they are, and give them ${who === null ? 'the number' : `these numbers before you ring off: ${who}, and`} of Samaritans, **116 123**, day or night.`,

  /** To the caller, in their own chat. */
  notice: {
    opened: (helper: string, contact: string) =>
      `**${helper}**, people services, is helping you by phone. They see your name and your job, and not this chat. If you are not on the phone with them, please ring ${contact}.`,
    sent: ({ helper, title, reference, summary, contact }: Sent) =>
      `**Sent for you by phone**, through ${helper} of people services: ${title} (**${reference}**).\n\n“${summary}”\n\nIs it not what you asked for? Please ring ${contact}.`,
    sentPrivately: (helper: string, reference: string) =>
      `**${helper}**, people services, has sent something for you by phone. To read it, say “${reference}”.`,
    withdraw: 'Withdraw it',
  },
  /** Beside a request, for its requester, its approver and the desk. */
  through: (helper: string) => `Sent by phone, through ${helper}.`,
} as const;
