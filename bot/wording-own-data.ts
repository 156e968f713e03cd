/** What people read about the data that is kept about them. */
import type { RequestEvent } from '../dialogs';
import type { CAUSES, VERDICTS } from './feedback/verdict';

const months = (many: number): string =>
  many % 12 === 0 ? counted(many / 12, 'year') : counted(many, 'month');

const counted = (many: number, what: string, more = `${what}s`): string =>
  `${many} ${many === 1 ? what : more}`;

/** The parts of somebody's data, in the order in which they are shown. */
export type OwnDataPart =
  | 'conversations'
  | 'feedback'
  | 'reviews'
  | 'withPeople'
  | 'unfinished'
  | 'requests'
  | 'calls'
  | 'mails'
  | 'looks';

export const ownDataWording = {
  title: 'Your data',
  intro: 'This is all that this service keeps about what you asked, sent and said.',
  staffRecord:
    'Your name, your job and who your manager is come from your staff record. Ask your people team to put a mistake right there.',
  elsewhere:
    'What you sent is also with the service that deals with it, such as people services or payroll. They keep records of their own. Ask them, or your data protection officer.',
  others: 'In what colleagues wrote about you, other people’s names and numbers are hidden.',
  headings: {
    conversations: 'What you asked and what I said',
    feedback: 'What you said of my answers',
    reviews: 'What reviewers wrote about my answers to you',
    withPeople: 'What you and people services wrote to each other',
    unfinished: 'Requests that you have not sent',
    requests: 'Requests that you sent',
    calls: 'Calls in which people services helped you',
    mails: 'E-mails that said you had an update',
    looks: 'When somebody of the people team looked',
  } satisfies Record<OwnDataPart, string>,
  kept: (keep: {
    readonly words: number;
    readonly turns: number;
    readonly requests: number;
    readonly audit: number;
  }): Record<OwnDataPart, string> => ({
    conversations: `The words are kept for ${months(keep.words)}. That you asked, and how it ended, is kept for ${months(keep.turns)}, to count what staff need.`,
    feedback: `Your words are kept for ${months(keep.words)}, and what you chose for ${months(keep.turns)}. They show what to mend.`,
    reviews: `The words are kept for ${months(keep.words)}, and what was found for ${months(keep.turns)}.`,
    withPeople: `The words are kept for ${months(keep.words)}.`,
    unfinished: `They are kept until you send or cancel them, and for ${months(keep.words)} at most.`,
    requests: `They are kept for ${months(keep.requests)} after the last thing that happened to them, so that you can follow them. “Delete my conversations” does not delete them.`,
    calls: `They are kept for ${months(keep.turns)}.`,
    mails: `When the newest one went is kept for ${months(keep.turns)}. That you want none is kept until you say “e-mail me”.`,
    looks: `This is kept for ${months(keep.audit)}, so that nobody can look without a trace. “Delete my conversations” does not delete it.`,
  }),
  empty: 'There is nothing here.',
  erased: 'The words were deleted.',
  you: 'You',
  assistant: 'Assistant',
  team: 'People services',
  rated: 'You rated an answer',
  satisfied: (score: number) => `You were satisfied ${score} of 5`,
  reviewed: 'A reviewer judged an answer',
  verdicts: {
    right: 'They found it right',
    partly: 'They found it partly right',
    wrong: 'They found it wrong',
  } satisfies Record<(typeof VERDICTS)[number], string>,
  causes: {
    'clause-missing': 'No rule says it',
    'clause-unclear': 'The rule is not clear',
    'search-missed': 'There is a rule, and I did not find it',
    'should-have-gone-to-a-person': 'A person should have answered you',
  } satisfies Record<(typeof CAUSES)[number], string>,
  /** What became of a request. */
  happened: {
    sent: 'Sent',
    'passed-on': 'Passed on to somebody else to decide',
    received: 'Received',
    approved: 'Approved',
    declined: 'Declined',
    done: 'Done',
    withdrawn: 'Withdrawn',
    parked: 'It could not be handed over yet',
    noted: 'They told you something',
    asked: 'They asked you something',
    answered: 'You answered',
    expected: 'It is expected on another day',
    late: 'The day for it has passed',
  } satisfies Record<RequestEvent['kind'], string>,
  /** What somebody of the people team did. */
  did: {
    'read-transcript': 'They read a chat of yours, with names hidden',
    'unmasked-transcript': 'They read a chat of yours with names, and gave a reason',
    'judged-answer': 'They judged an answer that you were given',
    'moved-review': 'They worked on the review of an answer',
    'replied-to-rating': 'They replied to what you said of an answer',
    'kept-regression': 'They kept a question to test my answers, with no name in it',
    'opened-content-task': 'They asked for a rule to be made clearer',
    'read-request': 'They read a request of yours',
    'opened-file': 'They opened a file of a request',
    'changed-request': 'They worked on a request of yours',
    'replayed-delivery': 'They let a request go again',
    'replayed-answer': 'They let an answer of yours go again',
    'read-handover': 'They read what you wrote to people services',
    'changed-handover': 'They worked on what you asked people services',
    'searched-callers': 'They looked you up for a call',
    'helped-by-phone': 'They helped you by phone',
    'sent-by-phone': 'They sent a request for you, by phone',
    'exported-data': 'They made a copy of your data',
    'erased-leaver': 'They erased your data',
  },
  note: 'A reviewer wrote a note',
  reply: 'You asked for a reply',
  mailed: 'The newest e-mail',
  stoppedMails: 'You said “stop e-mails”',
  called: (reference: string) => `Call ${reference}`,
  files: (names: readonly string[]) => `Files: ${names.join(', ')}`,
  answered: 'You answered',
  download: 'Download it as a file for computers (JSON)',
  readAll:
    'To read all of it, or to keep a copy: open the web chat, go to “Who can see this” and choose “Your data”.',
  toDelete:
    'Say “delete my conversations” and the words are deleted. Kept then are the requests you sent, that you asked and how it ended, and who looked. A question may be kept to test my answers, with no name in it.',
  atEmployer:
    'For the rest of what your employer holds on you, such as your personnel file, you can ask for a copy.',
  byPhone: (name: string) =>
    `What is kept about ${name} is shown to ${name} alone, in their own chat.`,
  summary: (counts: {
    readonly messages: number;
    readonly ratings: number;
    readonly requests: number;
    readonly unfinished: number;
    readonly withPeople: number;
    readonly calls: number;
    readonly looks: number;
  }): readonly string[] => [
    `**${counted(counts.messages, 'message')}** of yours, with my answers`,
    `**${counted(counts.ratings, 'time')}** that you said how an answer was`,
    `**${counted(counts.requests, 'request')}** that you sent, and **${counts.unfinished}** that you have not`,
    `**${counted(counts.withPeople, 'question')}** to a person in people services, and **${counted(counts.calls, 'call')}** in which they helped you`,
    `**${counted(counts.looks, 'time')}** that one of the people team looked at any of it`,
  ],
} as const;
