/** What is asked after an answer or a request, and what is said to what people say of it. */

export const feedback = {
  ask: 'Did this sort it?',
  yes: 'Yes',
  partly: 'Partly',
  no: 'No',
  thanks: 'Thank you. That helps us make the answers better.',
  why: 'Thank you. What was wrong?',
  explained: 'Thank you. The people team will read this.',
  reasons: {
    wrong: 'It was wrong',
    incomplete: 'Something was missing',
    'out-of-date': 'Out of date',
    'hard-to-understand': 'Hard to understand',
    'not-my-situation': 'Not my situation',
    'too-slow': 'Too slow',
    'wanted-a-person': 'I wanted a person',
  },
  unknown:
    'I could not find what that was about, so nothing was stored. Please press the newest one.',
  nothingGiven: 'Nothing was sent. Choose a reason, or write a comment.',
  tellMore: 'Tell us more',
  tellMoreOrAsk: 'Tell us more, or ask for a reply',
  whatWouldHelp: 'What would have helped?',
  leaveOut: 'Leave out names and anything about patients.',
  send: 'Send',
  sendComment: 'Send comment',
  satisfied: {
    ask: 'How satisfied are you with how this was handled?',
    /** 1 to 5, and what the ends mean. */
    scores: ['1, not at all', '2', '3', '4', '5, very'],
    thanks: (score: number) => `Thank you. You said ${score} out of 5.`,
    explained: 'Thank you. People services will read this.',
    nothingGiven: 'Nothing was sent. Choose a number, or write a comment.',
    whatElse: 'What went well, or what should be better?',
    whoReads: 'People services read this beside your request.',
  },
  reply: {
    want: 'I would like a reply in this chat',
    /** Who answers sees a pseudonym until they need the name. */
    hint: 'The people team reads what you asked, with names hidden, and replies here.',
    asked: 'Thank you. The people team will reply to you here.',
    notice: (by: string, text: string) =>
      `You asked for a reply. **${by}**, of the people team, says:\n\n${text}`,
    /** A lock screen is read by others. */
    privateNotice: 'The people team has replied to you.',
    show: 'Show the reply',
    gone: 'That reply is no longer here. Your words and the reply to them were deleted.',
    youSaid: 'You said:',
    weDid: 'What we did:',
    policyChanged: (title: string) => `We changed the policy “${title}”.`,
  },
} as const;
