/** What is said about a request that somebody has to approve: to its requester, and to who decides. */

/** `1 request waits`, `2 requests wait`. */
const requestsWait = (count: number): string =>
  count === 1 ? '1 request waits' : `${count} requests wait`;

export const approvals = {
  approve: 'Approve',
  decline: 'Decline',
  cancel: 'Cancel',
  days: (first: string, last: string) => `${first} to ${last}`,
  approveOne: (reference: string, name: string) => `Approve ${reference} (${name})`,
  declineOne: (reference: string, name: string) => `Decline ${reference} (${name})`,
  showOne: (reference: string, name: string) => `${reference}: ${name}`,

  /** The receipts: to whom it was sent, never more than is on disk. */
  receipt: {
    toManager: (name: string, time: string, reference: string) =>
      `**Sent** to your manager, ${name}, at ${time}. Your reference is **${reference}**.`,
    whileAway: (name: string, manager: string, time: string, reference: string) =>
      `**Sent** to ${name} at ${time}, because your manager, ${manager}, is away. Your reference is **${reference}**.`,
    toAnother: (name: string, time: string, reference: string) =>
      `**Sent** to ${name} at ${time}. Your reference is **${reference}**.`,
    next: (givenName: string) =>
      `If ${givenName} approves it, it goes to people services. I will tell you in this chat.`,
    nobody:
      'The directory shows nobody who can approve this for you. People services will ask for the approval, and I will tell you in this chat.',
  },

  /** To who decides. */
  task: {
    asks: (name: string, title: string, reference: string) =>
      `**${name}** asks for your approval: ${title} (**${reference}**).`,
    privateAsks: (reference: string) =>
      `You have a request to decide. To read it, say “${reference}”.`,
    sent: (givenName: string, summary: string) => `${givenName} sent this: “${summary}”`,
    byPhone: (helper: string) => `It was asked by phone, through ${helper} of people services.`,
    standsInFor: (manager: string) => `You decide in place of ${manager}.`,
    alsoOff: 'Others in the team who have asked for some of these days here:',
    offLine: (name: string, days: string, isApproved: boolean) =>
      `- ${name}: ${days} (${isApproved ? 'approved' : 'not decided yet'})`,
    moreOff: (count: number) => `- and ${count} more`,
    rosterToo: 'The roster may show more.',
    since: (day: string) => `It has waited for you since ${day}.`,
    reminder: 'A reminder: this request still waits for you.',
    withdrawn: (name: string, which: string) =>
      `**${name}** has withdrawn a request: ${which}. You need not do anything.`,
    movedOn: (name: string, which: string, to: string) =>
      `A request of ${name} has been passed on to ${to}: ${which}. You need not do anything.`,
    whichOne: (title: string, reference: string) => `${title} (${reference})`,
    waiting: (count: number) => `${requestsWait(count)} for your decision. Say “what awaits me”.`,
    list: (count: number) => `${requestsWait(count)} for your decision:`,
    line: (name: string, about: string, reference: string, day: string) =>
      `- **${name}**: ${about} (${reference}), since ${day}`,
    more: (count: number) =>
      count === 1 ? 'And 1 more, after these.' : `And ${count} more, after these.`,
    none: 'No request waits for your decision.',
    noneFrom: (name: string) => `No request from ${name} waits for your decision.`,
    which:
      'More than one request waits for you, and nothing is decided yet. Which one do you mean?',
    whichBeside: 'Nothing is decided yet. Which request do you mean?',
    named: 'Nothing is decided yet on these requests. Choose one to see it:',
  },
  decision: {
    approved: (title: string, name: string, reference: string, givenName: string) =>
      `**Approved**: ${title} for ${name} (${reference}). It now goes to people services, and I will tell ${givenName}.`,
    declined: (title: string, name: string, reference: string, givenName: string) =>
      `**Not approved**: ${title} for ${name} (${reference}). I will tell ${givenName}, with your reason.`,
    why: (givenName: string) =>
      `Why do you decline it? Please tell me in one sentence. I will show it to you before ${givenName} reads it.`,
    /** The reason, before it counts. */
    readBack: (say: {
      readonly name: string;
      readonly givenName: string;
      readonly about: string;
      readonly reference: string;
      readonly reason: string;
    }) =>
      `Not approve ${say.name}’s request (${say.about}, ${say.reference}), and tell ${say.givenName}: “${say.reason}”?`,
    tell: (givenName: string) => `Yes, tell ${givenName}`,
    changeReason: 'Change the reason',
    nothingYet: 'Nothing is decided yet.',
    still: (name: string, about: string, reference: string) =>
      `Nothing is decided yet on ${name}’s request (${about}, ${reference}). To decide nothing now, press Cancel. To approve it, say “approve ${reference}”.`,
    backTo: (givenName: string, reference: string) =>
      `Back to the request of ${givenName} (${reference}).`,
    tooLong: (most: number, length: number) =>
      `That is ${length} letters long. Please say it in ${most} letters at most.`,
    notNow: (reference: string) =>
      `All right. Nothing is decided, and ${reference} still waits for you.`,
  },
  /** The approver asks the requester something before they decide. */
  question: {
    label: 'Ask a question',
    what: (givenName: string) =>
      `What would you like to ask ${givenName}? I will show it to you before ${givenName} reads it.`,
    tooLong: (most: number, length: number) =>
      `That is ${length} letters long. Please ask it in ${most} letters at most.`,
    readBack: (name: string, about: string, reference: string, text: string) =>
      `Ask ${name} this, about the request (${about}, ${reference})?\n\n“${text}”`,
    send: (givenName: string) => `Yes, ask ${givenName}`,
    sent: (givenName: string, reference: string) =>
      `**Asked.** I will tell you here what ${givenName} answers. ${reference} still waits for your decision.`,
    answered: (name: string, title: string, reference: string) =>
      `**${name}** has answered a question about a request that waits for you: ${title} (**${reference}**).`,
    privateAnswered: (reference: string) =>
      `There is an answer about a request that waits for you. To read it, say “${reference}”.`,
    asked: (by: string, text: string) => `${by} asked: “${text}”`,
    answer: (by: string, text: string) => `${by} answered: “${text}”`,
    notYet: (givenName: string) => `${givenName} has not answered yet.`,
  },
  /** What a press or a word that comes too late adds. */
  unchanged: 'Nothing has changed now.',
  /** On a card that is looked at again, and to a press or a word that comes too late. */
  before: {
    approved: (reference: string, by: string, day: string) =>
      `${reference} was approved by ${by} on ${day}.`,
    declined: (reference: string, by: string, day: string) =>
      `${reference} was not approved. ${by} decided so on ${day}.`,
    withdrawn: (reference: string, by: string, day: string) =>
      `${by} withdrew ${reference} on ${day}, so there is nothing to decide.`,
    passedOn: (reference: string, to: string, day: string) =>
      `${reference} was passed on to ${to} on ${day}, so it is not yours to decide any more.`,
  },
  withdraw: {
    ask: (title: string, reference: string, name: string) =>
      `${title} (${reference}) waits for ${name}. Shall I withdraw it?`,
    yes: 'Yes, withdraw it',
    no: 'No, keep it',
    done: (title: string, reference: string, approver: string) =>
      `**Withdrawn**: ${title} (${reference}). ${approver} need not decide any more.`,
    kept: (title: string, reference: string) =>
      `All right. ${title} (${reference}) stays as it is.`,
    tooLate: (title: string, reference: string, contact: string) =>
      `${title} (${reference}) has gone to people services, so I can’t take it back from here. You can ask them: ${contact}.`,
    ended: (title: string, reference: string, state: string) =>
      `${title} (${reference}) has ended: ${state}. There is nothing to withdraw.`,
    which: 'Which request do you mean?',
    /** The same words whether there is no such request or it is somebody else's. */
    unknown: (reference: string | null) =>
      `I can’t find ${reference === null ? 'that request' : `a request ${reference}`} among yours. Say “my requests” to see them.`,
  },
  /** A request that was sent is asked for anew, with the change. */
  change: {
    inPlaceOf: (title: string, reference: string) =>
      `You can still change this: ${title} (${reference}). If you say yes, I withdraw it and send this one in its place.`,
    besideSent: (title: string, reference: string) =>
      `${title} (${reference}) is sent already. If you say yes, I send this one, and ask for it in place of the first.`,
    summary: (reference: string, readBack: string) => `In place of ${reference}: ${readBack}`,
    withdrawn: (reference: string) => `${reference} is withdrawn.`,
    tooLate: (reference: string) =>
      `${reference} has ended meanwhile, so I have not sent the change. Say “my requests” to see what you have sent. If you still need something else, ask me for it anew.`,
    stays: (reference: string) =>
      `${reference} stays as it is until somebody has dealt with this one.`,
    ended: (title: string, reference: string, state: string, contact: string) =>
      `${title} (${reference}) has ended: ${state}. To change it, ask ${contact}, or start a new one here.`,
  },
  afterSending: {
    went: (summary: string) => `This is what was sent: “${summary}”`,
    reminded: (name: string, people: string) =>
      `I cannot hurry it. I remind ${name} when it has waited for 2 working days. If it cannot wait so long, ask them yourself, or ask ${people}.`,
    askThem: (people: string) => `I cannot hurry it. If it cannot wait, ask ${people}.`,
    noFile: (title: string, reference: string, people: string) =>
      `No file goes with this request: ${title} (${reference}). If somebody asked you for one, give it to them, or ask ${people}.`,
    nothingToLeaveOut: (summary: string) =>
      `There is no note in it. This is what was sent: “${summary}”`,
  },
  /** The same words whether there is no such request or it is somebody else's to decide. */
  unknown: (reference: string | null) =>
    `I can’t find ${reference === null ? 'that request' : `a request ${reference}`} among those that wait for you. Say “what awaits me” to see them.`,
  putAside: (reference: string) =>
    `I have put ${reference} aside for now. Nothing has changed for it.`,
  peopleServices: 'people services',

  /** To the requester. */
  news: {
    approved: (title: string, reference: string, by: string) =>
      `Good news. Your request has been **approved** by ${by}: ${title} (${reference}). It now goes to people services.`,
    declined: (title: string, reference: string, by: string) =>
      `Your request was **not approved** by ${by}: ${title} (${reference}).`,
    passedOn: (title: string, reference: string, to: string) =>
      `Your request now waits for ${to} to decide: ${title} (${reference}).`,
    toPeopleServices: (title: string, reference: string) =>
      `Your request now goes to people services, who will ask for the approval: ${title} (${reference}). It is not approved yet.`,
  },
  status: {
    waiting: (title: string, reference: string, name: string, day: string) =>
      `**${title}** (${reference}): sent to ${name}, who has had it since ${day}. Not approved yet.`,
    onItsWay: 'on its way to people services, who will ask for the approval',
    approvedOnItsWay: (by: string) => `approved by ${by}, on its way to people services`,
    approvedReceived: (by: string) => `approved by ${by}, received by people services`,
  },
} as const;
