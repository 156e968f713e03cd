/** What is said in a group chat or a channel, where others read along. */
import { lifeAtRisk } from './wording-support';

export const group = {
  hello:
    'Hello. I am a computer program that answers questions about working here, from the people policies. Mention me and ask, such as “how much notice do I give?”. I read only messages that mention me.\n\nEveryone here sees what you ask me and what I say. So ask me about yourself in a chat of our own. Nobody watches this for me: if anyone is in danger, ring **999**.',
  howToUse:
    'Mention me with a question about working here, such as “how much notice do I give?”. Every answer shows the rule it comes from. Everyone here can read it. For a request, or anything about yourself, open a chat with me.',
  /** The five sentences, for a place where others read along. */
  aboutThisProgram: [
    'I am a computer program, not a person.',
    'Nobody watches this for me, so if anyone is in danger, call 999.',
    'Everyone here sees what you ask me here, and what I answer. I read only messages that mention me. The people team’s reviewers can read those, with names hidden, for 12 months, to make answers better.',
    'In a chat with me alone, say “delete my conversations” at any time, and your words are deleted on my side. What stands here stays.',
    'To speak in confidence, talk to your Freedom to Speak Up guardian, or ring Samaritans free on 116 123, day or night.',
  ],
  /** Below an answer: whom it was taken to be for. */
  forWhom: {
    agendaForChange:
      'Everyone here can read this, so I have looked up nothing about you. It is for staff on NHS Agenda for Change terms.',
    ownContract: (organisation: string) =>
      `Everyone here can read this, so I have looked up nothing about you. It is for staff on ${organisation}’s own contracts.`,
    /** Where people of several employers are in one tenant. */
    employerUnknown:
      'Your employer may have a rule of its own. In a chat of our own I can look there too.',
  },
  missing: 'I have not answered all of that. You can ask the rest in a chat with me.',
  private:
    'I can help with that, but not here, where everyone can read it. Open a chat with me and say it again there.',
  /** Also to a question that only sounds like it. What was said is not taken up. */
  sensitive:
    'That is better talked about in private. Open a chat with me and say it there: I can tell you the rules, and who can help in confidence. I have not kept what you wrote here.\n\nIn danger now: ring **999**. Samaritans are there day and night, free: **116 123**.',
  lifeAtRisk: {
    first: 'If things are too much, please talk to someone now. You matter.',
    danger: lifeAtRisk.danger,
    program: 'I am a computer program. So please ring one of these, or tell someone near you.',
  },
  cannotLearn:
    'I do not learn things about anyone from what is written here. Ask me about a rule, such as “how much notice do I give?”.',
  notThat:
    'Sorry, that was not it. Ask me in other words, with the thing you need to know, such as “sick pay” or “notice”. In a chat of our own I can look at your own post, too.',
  /** A link to a chat between the two of us. */
  link: 'Ask me in private',
  noLink: 'To ask in private, open a chat with me.',
  /** What a mention of somebody else becomes. */
  somebody: 'my colleague',
} as const;
