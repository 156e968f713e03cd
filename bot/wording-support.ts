/** What is said to somebody who is having a hard time, or is in danger: fixed words, written with care. */

export const openings = {
  none: '',
  bereavement: 'I am so sorry for your loss.',
  'baby-loss': 'I am so sorry for your loss. Take all the time you need.',
  illness: 'If you are not well now, I hope you feel better soon.',
  abuse: 'I am sorry this has happened. It is not your fault.',
} as const;

/** @param who of one's own employer; null where nobody is known */
const inConfidence = (who: string | null): string =>
  who === null
    ? 'You can talk to someone in confidence. Samaritans are there day or night, free, on **116 123**.'
    : `You can talk to someone in confidence: ${who}. Samaritans are there too, day or night, free, on **116 123**.`;

/** One line, above an answer or a request that goes on. */
export const support = {
  /** Above an answer about the rules. */
  line: (who: string | null) =>
    `If this is about something that happened to you, support is here${who === null ? ': ring Samaritans on 116 123, day or night.' : `: ${who}.`}`,
  /** Above a request; it may be told of somebody else, or be nothing of the kind. */
  happened: (who: string | null) =>
    `If something has happened to you, or to someone close to you, I am sorry. ${inConfidence(who)}`,
  /** Above a request, where a danger is hardly likely, and must not be missed. */
  inDanger: (who: string | null) =>
    `If you or anyone else is in danger, ring **999** now. If things are hard for you, you are not alone. ${inConfidence(who)}`,
  hardTime: (who: string | null) => `I am sorry. That sounds hard. ${inConfidence(who)}`,
  /** Where only what they ask for went into the request. */
  leftOut: 'I have put only what you ask for into the request. I have not kept the rest.',
} as const;

export const lifeAtRisk = {
  first: 'I’m really glad you told me. You matter, and you can talk to someone now.',
  danger: 'If anyone is in danger: ring **999** now.',
  program:
    'I am a computer program and nobody is watching this chat. So please ring one of these, or tell someone near you.',
  later: 'When you are ready, I can still help with your question.',
  /** To "ok", "no im fine", "leave me alone" and the like, just after the helplines. */
  afterwards: [
    'That is all right. You do not have to say any more here, and you have done nothing wrong.',
    'I am a computer program, so please tell someone you trust how you are. If it gets hard again, Samaritans are there any time, free, on **116 123**. If you are in danger, ring **999**.',
    'You can ask me anything whenever you like.',
  ],
} as const;

export const disclosure = {
  first: {
    sexual:
      'I’m sorry. That should not have happened, and it is not your fault. You decide what happens next.',
    bullying:
      'I’m sorry this is happening. You should not have to put up with it. You decide what happens next.',
    discrimination:
      'I’m sorry. Nobody should be treated like that at work. You decide what happens next.',
    violence: 'I’m sorry. Nobody should be hurt at work. You decide what happens next.',
    'domestic-abuse':
      'I’m sorry you are going through this. It is not your fault. You decide what happens next.',
    wrongdoing: 'Thank you for speaking up. It takes courage. You decide what happens next.',
  },
  /** For somebody who tells of another person. */
  forAnother:
    'Thank you for telling me. That should not be happening to them, and you are right to care. Let them decide what happens next, unless someone is in danger.',
  people: 'People you can talk to in confidence:',
  /** Below them: who else helps, of whom no number is known. It is read by the one it happened to and by who tells of it. */
  also: {
    sexual:
      'At work, a manager you trust, the people team (HR), a union or the Freedom to Speak Up guardian can help too. Many employers let people report without a name. A Sexual Assault Referral Centre gives free care day and night, with no need for the police: nhs.uk/sarcs.',
    bullying:
      'At work, another manager, the people team (HR), a union or the Freedom to Speak Up guardian can help too, informally or with a formal complaint.',
    discrimination:
      'At work, another manager, the people team (HR), a union or the Freedom to Speak Up guardian can help too. Abuse by patients and visitors counts as well: report it on the incident system.',
    violence:
      'At work, whoever is in charge, occupational health or a union can help too. Report it on the incident system. If it means time off sick, ask about injury allowance.',
    'domestic-abuse':
      'Work can help too. It can often change hours, place of work or phone number, and tell security. Ask a manager you trust, the people team (HR) or the safeguarding team.',
    wrongdoing:
      'At work, another manager or the Freedom to Speak Up guardian can help too. Suspected fraud goes to the local counter fraud specialist. Outside work, there are NHS England and the Care Quality Commission (CQC).',
  },
  danger: 'In danger now: ring **999**.',
  notKept: 'I have not kept your words. Nothing has been reported.',
  showPolicy: 'Show me what the policy says',
  showReporting: 'How does reporting work, with or without my name?',
} as const;
