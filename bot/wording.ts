/**
 * Every sentence that the assistant says of its own accord. Policy text is in the policies, and
 * the words of a service in its catalogue entry. Reading age 9 to 11, British spelling, kind,
 * never jokey.
 */
import type { OutcomeName } from './conversation/reply';
import { approvals } from './wording-approvals';
import { feedback } from './wording-feedback';
import { files } from './wording-files';
import { form } from './wording-form';
import { group } from './wording-group';
import { ask } from './wording-ask';
import { expected } from './wording-expected';
import { loss } from './wording-loss';
import { person } from './wording-person';
import { rules } from './wording-rules';
import { disclosure, lifeAtRisk, openings, support } from './wording-support';
import { phone } from './wording-phone';
import { web } from './wording-web';

/** What a reply can say where nothing was found that answers. */
interface NotFound {
  /** What each employer settles for itself; empty where that is not known. */
  readonly about: string;
  /** Whom to ask, and when they are there. */
  readonly contact: string;
  /** True where rules that may be meant are offered below, as buttons. */
  readonly close: boolean;
  /** False where own rules could not be looked in. */
  readonly isEmployerKnown: boolean;
}

const MAY_BE_CLOSE = '\n\nThese may be close to what you need:';

export const wording = {
  /** The five sentences of the first use, of every help page, and of whenever somebody asks. */
  aboutThisProgram: [
    'I am a computer program, not a person.',
    'Nobody is watching this chat now, so if anyone is in danger, call 999.',
    'Managers never see what you ask; they see only requests you send. The people team’s reviewers can read chats, with names hidden, for 12 months, to make answers better.',
    'Say “delete my conversations” at any time, and your words are deleted. Requests you sent are kept.',
    'To speak in confidence, talk to your Freedom to Speak Up guardian, or ring Samaritans free on 116 123, day or night.',
  ],
  firstUse: 'As this is your first time here, five things to know:',
  hello: (name: string | null) =>
    `Hello${name === null ? '' : ` ${name}`}. Ask me about leave, pay, sickness, family or anything else about working here, in your own words. I can also start a request for you.`,
  howToUse:
    'Ask me a question about working here, such as “how much leave do I get”. Or tell me what you need, such as “book me off 3 to 7 May”. Every answer shows the rule it comes from.',
  thanks: 'You are welcome. I am here if you need anything else.',
  bye: 'Take care.',
  cannotLearn:
    'I do not learn things about you from what you write. Your name and your post come from the staff directory. If something is wrong there, your people team can put it right.',
  noted: 'All right. I am here if you need anything else.',
  notThat: (contact: string) =>
    `Sorry, I took that the wrong way. What is it about? Tell me in other words, with the thing you need to know, such as “sick pay” or “notice”. Or ask ${contact}.`,

  web,
  openings,
  loss,
  support,
  lifeAtRisk,
  disclosure,

  unconfirmed: 'We have not seen this part in a national source. Your people team can confirm it.',
  askLocally: (contact: string) => `To find out, ask ${contact}.`,
  contractMaySayMore: (contact: string) =>
    `To find out what your own contract says, ask ${contact}.`,
  ownRule: {
    at: (organisation: string) => `**At ${organisation}:**`,
    prevails: 'This is the rule to follow.',
    isFirst: 'That comes first where you work.',
    nationalBeside: 'The national policy says:',
    leftToEmployers: 'The national policies leave this to each employer.',
    notNational: 'I found no national rule on this.',
  },
  missing: (part: string) => `I have not answered this part: “${part}”.`,
  notCovered: {
    unknown: ({ contact, close }: NotFound) =>
      close
        ? `I’m not sure which rule you need, and I won’t guess. Is it one of these?\n\nIf not, ask ${contact}.`
        : `I can’t find this in the national people policies, and I won’t guess.\n\nIf it is about working here, ask ${contact}.`,
    gap: ({ about, contact, close, isEmployerKnown }: NotFound) =>
      `The national policies leave this to each employer (${about}), and I ${isEmployerKnown ? 'have no local rule on it' : 'cannot see your employer’s own rules here'}.\n\nTo find out, ask ${contact}.${close ? MAY_BE_CLOSE : ''}`,
    'being-checked': ({ about, contact }: NotFound) =>
      `We are checking our rule on this${about === '' ? '' : ` (${about})`}, so I won’t answer from it now.\n\nTo find out, ask ${contact}.`,
    'other-group': ({ contact, close }: NotFound) =>
      `The national rule I found is not written for your contract terms, so it may not apply to you. Your contract says what does.\n\nTo find out, ask ${contact}.${close ? MAY_BE_CLOSE : ''}`,
  },
  peopleTeamUnknown: 'your people team (HR)',
  clarify: 'Do you mean one of these?',
  more: 'More on this',

  refused: {
    someoneElse:
      'I can’t do that, or share anything about another person. If you manage them, what you may see is in ESR and in your own records.',
    bankDetails:
      'Please never write bank details here. I have not kept them, and I have passed nothing on. Change them in ESR self service, or ask payroll how to tell them. If you were asking for something else too, please say it again without them.',
    strangerRequests:
      'I can’t find you in the staff directory, so I can’t start requests for you. Your people team can put that right.',
    notManager: (title: string) =>
      `Only a manager can start this (${title}), for someone who reports to them. Ask your own manager, or ask me how it works.`,
    nobodyReports:
      'The directory shows nobody who reports to you, so I can’t start this. Your people team can put that right.',
  },
  handover: (contact: string) => `Of course. ${contact}. You can also carry on here at any time.`,
  person,
  phone,
  group,
  deleted:
    'Done. I have deleted the words of your conversations with me, and any request you had not sent. Requests you sent are kept, because people services need them.',

  request: {
    cancelled: (title: string) => `Cancelled. Nothing was sent (${title}).`,
    sendQuestion: 'Shall I send it?',
    sendToPeopleServices: 'Shall I send it to people services?',
    send: 'Yes, send it',
    cancel: 'Cancel',
    sent: (team: string, time: string, reference: string) =>
      `**Sent** to ${team} at ${time}. Your reference is **${reference}**.`,
    usualTime: (days: number, by: string) =>
      `Usual time: ${days} working day${days === 1 ? '' : 's'}, so by ${by}.`,
    already: (reference: string) =>
      `That is already sent. Your reference is **${reference}**. I have not sent it twice.`,
    nothingToCancel:
      'There is nothing here to cancel. To take back what you have sent, say “my requests”.',
    nothingToSend:
      'There is nothing waiting to be sent. Tell me what you need and I will start it.',
    offerPerson: (contact: string) =>
      `I’m sorry, I did not get that. A person can help: ${contact}.`,
    /** Who has it, and who reads it. */
    about: {
      managerOfThatJob: 'the manager of the job that you choose',
      toApprover: (name: string, people: string) =>
        `It goes to ${name}, who approves or declines it and reads what I read back to you, and nothing else of this chat. Then it goes to ${people}.`,
      toPeople: (people: string) =>
        `It goes to ${people}, who decide on it. I do not send it to your manager, who never sees this chat. People services may have to tell them some of it.`,
      ifDeclined: (who: string) =>
        `If ${who} says no, I tell you here, with the reason they give. You can then change it and send it again, or talk to somebody about it.`,
      toNobody: (people: string) =>
        `It goes to ${people}, and nobody has to approve it. I do not send it to your manager, who never sees this chat. People services may have to tell them some of it.`,
    },
    leaveOut: (field: string) => `Leave out ${field}`,
    notSentYet: 'It is not sent yet.',
    managerReads: 'Your manager will read this, so leave out what you want to keep private.',
    notUnderstood: 'Sorry, I did not get that.',
    oldButton: 'That button is from an older message. Here is where we are now.',
    terminalOnly: 'In the terminal a request is never sent.',
    back: 'Back to your request.',
    resume: (title: string) => `Carrying on with your request (${title}).`,
    noDraft: 'You have no unfinished request.',
  },
  form,
  approvals,
  rules,
  files,
  ask,
  expected,
  status: {
    none: 'You have not sent any requests yet.',
    newest: (most: number) =>
      `These are the ${most} that you sent last. To see another, say its reference: PS- and the six letters and numbers after it.`,
    line: (title: string, reference: string, state: string, day: string) =>
      `**${title}** (${reference}): ${state}, ${day}.`,
    states: {
      sent: 'sent, waiting for people services to take it in',
      received: 'received by people services',
      approved: 'approved',
      declined: 'declined',
      done: 'done',
      withdrawn: 'withdrawn',
      parked: 'delayed: it has not reached people services yet, and they have been told',
    },
  },
  notices: {
    received: null,
    approved: (title: string, reference: string) =>
      `Good news. Your request has been **approved**: ${title} (${reference}).`,
    declined: (title: string, reference: string) =>
      `Your request was **not approved**: ${title} (${reference}).`,
    done: (title: string, reference: string) =>
      `Your request is **done**: ${title} (${reference}).`,
    parked: (title: string, reference: string, contact: string) =>
      `Your request has not reached people services yet: ${title} (${reference}). It is safe and we are looking into it. If it is urgent, ring ${contact}.`,
    privateUpdate: (reference: string) => `You have an update. To read it, say “${reference}”.`,
    /** What may come again and again is told apart. What was decided is not told: others may read it. */
    privateNews: {
      expected: (reference: string) =>
        `A request of yours has a new date. To read it, say “${reference}”.`,
      late: (reference: string) =>
        `A request of yours was expected by now. To read about it, say “${reference}”.`,
      noted: (reference: string) =>
        `People services have written to you. To read it, say “${reference}”.`,
    },
    showIt: 'Show me',
    note: (by: string | null, note: string) => `${by ?? 'People services'} says: “${note}”`,
  },

  feedback,
  teams: {
    nothingToRead: 'I could not read that. Please type a question or what you need.',
    cardSummary: 'What you can do next',
    /** While a model phrases an answer; nothing of the answer is in it. */
    progress: {
      looking: 'Looking in the policies…',
      phrasing: 'Putting what the policies say into plain words, and checking it…',
    },
    gotIt: 'Got it.',
    slow: 'This takes longer than it should. Please look at the chat in a minute, and press again if nothing is there.',
    decide: (reference: string) => `Your decision on ${reference}`,
    /** On a card, once one of its buttons was pressed. */
    pressed: (label: string) => `You pressed “${label}”.`,
    rated: (question: string, label: string) => `${question} You said: ${label}.`,
    formTooLong: 'This form is too long to show here. Please answer in the chat instead.',
    cannotDraw: 'This version of Teams cannot show this part. You can do without it.',
    cannotDrawButtons: (labels: readonly string[]) => `You can type: ${labels.join(', ')}.`,
  },
  errors: {
    tooLong: (most: number) =>
      `That is longer than ${most.toLocaleString('en-GB')} characters. Please send it in shorter parts.`,
    empty: 'Please type a question or what you need.',
    failed:
      'That did not work, and nothing was kept. Please send it again. If it goes on, ring your people team.',
    slow: 'I could not look that up just now. Please try again in a minute, or ring your people team.',
  },
} as const;

/** How an outcome is called on the console's pages. */
export const outcomeWords: Readonly<Record<OutcomeName, string>> = {
  answered: 'Answered',
  'partly-answered': 'Partly answered',
  'not-covered': 'Not covered',
  clarify: 'Asked back',
  request: 'Request',
  status: 'Status',
  signposted: 'Signposted',
  refused: 'Refused',
  'small-talk': 'Small talk',
  handover: 'Handed over',
};
