/** What is said when somebody asks for a person: the offer, the receipt, and what both sides write. */

export const person = {
  talk: 'Talk to a person',
  offer: (contact: string) =>
    `Of course. ${contact}. You can ring them, or ask them to reply to you here. You can also carry on with me at any time.`,
  /** Before anything is passed on: who sees what. */
  whoSees:
    'If you ask them here, they see your name and what you tell them. “With this conversation” means that they also see what you and I wrote here in the last 24 hours. Words that I did not keep are not in it.',
  withConversation: 'Ask them to reply here, with this conversation',
  withoutConversation: 'Ask them to reply here, without it',
  about: (team: string) =>
    `What would you like ${team} to know? Say it in your own words, or press Skip. Please leave out the names of patients.`,
  notYet: 'Nothing has been sent yet.',
  skip: 'Skip',
  cancel: 'Cancel',
  cancelled: 'All right. Nothing was sent to people services.',

  asked: (team: string, reference: string) =>
    `**Asked.** ${team} will reply to you here. Your reference is **${reference}**.`,
  takesAlong: 'They can see your name and our conversation of the last 24 hours.',
  takesNothing: 'They can see your name, and not our conversation.',
  expect: (when: string) => `You can expect a first reply by **${when}**.`,
  closedNow: (opening: string) => `They are closed now. Their office ${opening}.`,
  meanwhile: (phone: string) =>
    `Nobody is reading this chat now, so you need not wait here. If it is urgent, ring ${phone}. What you type goes to me, the assistant.`,

  /** To "can I talk to someone" while they have asked already, and in the list of what they sent. */
  waits: (team: string, reference: string, when: string) =>
    `You have asked ${team} to reply here (**${reference}**). Nobody has taken it yet. You can expect a first reply by **${when}**.`,
  hasIt: (name: string, reference: string) =>
    `**${name}**, people services, has your question (**${reference}**).`,
  repliesHere: (givenName: string) => `What ${givenName} writes is shown here.`,
  ring: (contact: string) => `You can also ring: ${contact}.`,
  statusWaits: (reference: string, when: string) =>
    `**Talk to a person** (${reference}): waiting, first reply by ${when}.`,
  statusTaken: (reference: string, name: string) =>
    `**Talk to a person** (${reference}): ${name} has it.`,
  noLonger: 'I no longer need it',
  ended: (reference: string) =>
    `All right. It is closed, and people services can see that you no longer need it (${reference}).`,

  replyTo: (givenName: string) => `Reply to ${givenName}`,
  tellTeam: 'Tell people services more',
  say: (name: string) => `What shall I tell ${name}? Your next message goes to ${name}.`,
  isItFor: (name: string, text: string) =>
    `Is this for ${name}?\n\n“${text}”\n\nIt has not gone to anybody yet.`,
  yesFor: (name: string) => `Yes, send it to ${name}`,
  noForYou: 'No, I am asking you',
  told: (name: string, reference: string) =>
    `**Sent** to ${name} (${reference}). The answer is shown here.`,
  notTold: (name: string) => `All right. Nothing was sent to ${name}.`,
  notPassedOn: 'I have not passed your words on to people services.',
  askWithoutThem: 'Ask people services to reply here, without those words',
  isClosed: (reference: string) =>
    `${reference} is closed, so nothing was sent. To ask people services again, say “talk to a person”.`,
  reopen: 'Open it again',
  reopened: (team: string, reference: string) =>
    `**Open again.** ${team} will reply to you here (**${reference}**).`,
  unknown:
    'I can’t find that among what you asked. To ask people services, say “talk to a person”.',
  wordsGone: 'What was said there is deleted, so please ask anew: say “talk to a person”.',
  deletedToo:
    'What you and people services wrote to each other is deleted too, and your question to them is closed. If you still need them, say “talk to a person”.',

  /** To the person, from what people professionals do in the console. */
  notice: {
    taken: (name: string, reference: string, givenName: string) =>
      `**${name}**, people services, has this now (${reference}). What ${givenName} writes is shown here. To tell ${givenName} something, say “tell ${givenName}: …”. All else that you type goes to me, the assistant.`,
    takenOver: (name: string, before: string, reference: string, givenName: string) =>
      `**${name}**, people services, has this now, in place of ${before} (${reference}). What ${givenName} writes is shown here.`,
    message: (name: string, text: string) => `**${name}, people services:** ${text}`,
    toAnswer: (givenName: string) =>
      `To answer, press “Reply to ${givenName}”. Or type: I ask you first whether it is for ${givenName}.`,
    closed: (name: string, reference: string) =>
      `**${name}**, people services, has closed this (${reference}). If you still need them, press “Open it again”, or say “talk to a person”.`,
  },
  from: 'From people services',
} as const;
