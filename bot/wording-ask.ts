/** What is said where somebody asks something about a request, and its requester answers. */

/** Who asks: somebody of the desk, the desk itself where it was not told who, or who decides. */
export interface WhoAsks {
  readonly by: string | null;
  readonly isApprover: boolean;
}

const asker = ({ by, isApprover }: WhoAsks): string => {
  if (by === null) return '**People services**';
  return isApprover ? `**${by}**` : `**${by}**, people services,`;
};

/** To whom the answer goes. */
const them = ({ by, isApprover }: WhoAsks): string =>
  isApprover && by !== null ? by : 'people services';

export const ask = {
  /** A lock screen is read by others: what it is about is told to who asks for it. */
  notice: (who: WhoAsks, reference: string) =>
    `${asker(who)} ${who.by === null ? 'have' : 'has'} a question about a request of yours (${reference}).`,
  read: 'Read the question',
  asks: (who: WhoAsks, title: string, reference: string, question: string) =>
    `${asker(who)} ${who.by === null ? 'ask' : 'asks'} about your request (${title}, ${reference}):\n\n“${question}”\n\nWhat is your answer? I will read it back to you before I send it.`,
  readBack: (who: WhoAsks, reference: string, text: string) =>
    `Shall I send this to ${them(who)}, as your answer about ${reference}?\n\n“${text}”`,
  send: 'Yes, send my answer',
  sent: (reference: string) =>
    `**Sent.** People services can read your answer with ${reference}. I will tell you here what they do.`,
  sentToApprover: (name: string, reference: string) =>
    `**Sent** to ${name}, who decides on ${reference}. I will tell you here what comes of it. To change the request itself, tell me what should be different.`,
  notSent: 'All right. Nothing was sent.',
  answered: (reference: string) =>
    `You have answered that (${reference}), and I have not sent it twice. To tell people services more, say “talk to a person”.`,
  decided: (reference: string) =>
    `${reference} no longer waits for a decision, so the answer is not needed, and nothing was sent. Say “my requests” to see where it is.`,
  ended: (reference: string) =>
    `${reference} has ended, so people services no longer need your answer, and nothing was sent. To tell them more, say “talk to a person”.`,
  /** The same words whether there is none or it is somebody else's. */
  unknown: 'I can’t find that question among your requests. Say “my requests” to see them.',
  oldButton:
    'That button is from an older message, and nothing was sent. Say “my requests” to see what people services asked.',
  tooLong: (most: number, length: number) =>
    `That is ${length} letters long. Please say it in ${most} letters at most.`,
  /** In the list of what they sent, and where it is late. */
  waits: ({ by, isApprover }: WhoAsks) =>
    `${isApprover && by !== null ? `${by} has` : 'People services have'} asked you something about it.`,
  readOf: (reference: string) => `Read the question about ${reference}`,
  noted: (title: string, reference: string) =>
    `People services have written about your request: ${title} (${reference}).`,
} as const;
