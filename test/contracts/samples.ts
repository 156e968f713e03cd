/** Made-up turns, drafts and requests for the contracts. */
import { plainReply, type Reply } from '../../bot/conversation/reply';
import type { Commit, ConversationState } from '../../bot/conversation/store';
import type { Within } from '../../bot/directory/people-team';
import type { WithinContent } from '../../bot/console/within-content';
import type { Interaction, Rating } from '../../bot/feedback/interaction';
import type { Draft, Request, RequestEvent } from '../../dialogs';

export const noon = new Date('2027-01-05T12:00:00.000Z');
export const later = (milliseconds: number): Date => new Date(noon.getTime() + milliseconds);
export const MINUTE = 60_000;

export const aState = (changes: Partial<ConversationState> = {}): ConversationState => ({
  version: 1,
  introduced: true,
  focus: null,
  last: null,
  choices: [],
  lastSent: null,
  afterLifeAtRisk: false,
  offered: null,
  pending: null,
  tasksToldOn: null,
  ...changes,
});

export const aReply = (changes: Partial<Reply> = {}): Reply =>
  plainReply({
    outcome: 'answered',
    text: 'You get 29 days. [1]',
    citations: [
      {
        number: 1,
        policy: 'annual-leave-and-bank-holidays',
        clause: 'annual-leave-and-bank-holidays.1',
        title: 'Annual leave',
        heading: 'How much leave you get',
        quote: 'You get 29 days.',
        version: '2026.1',
        url: '/policies/annual-leave-and-bank-holidays#annual-leave-and-bank-holidays.1',
        file: null,
      },
    ],
    buttons: [
      { label: 'Book annual leave', press: { kind: 'start', service: 'book-annual-leave' } },
    ],
    offers: ['book-annual-leave'],
    topics: ['annual-leave-and-bank-holidays'],
    ...changes,
  });

/** The first turn of Ana Pires in Teams; what differs is given. */
export const aCommit = (changes: Partial<Commit> = {}): Commit => ({
  conversation: 'teams-ana',
  message: 'm1',
  door: 'teams',
  person: 'ana',
  organisation: 'fellbridge',
  at: noon,
  handedOverBy: noon,
  said: 'how much leave do i get',
  sensitivity: 'none',
  reply: aReply(),
  interaction: null,
  trace: {
    found: [{ clause: 'annual-leave-and-bank-holidays.1', score: 7.5, version: '2026.1' }],
    why: 'matched "how much leave do i get"',
    elapsedMs: 2.5,
  },
  state: aState(),
  expectedVersion: 0,
  effects: [],
  returnAddress: null,
  ...changes,
});

export const aDraft = (changes: Partial<Draft> = {}): Draft => ({
  id: 'draft-1',
  person: 'ana',
  service: 'book-annual-leave',
  serviceVersion: 1,
  fields: { firstDay: '2027-03-31' },
  skipped: [],
  stage: 'asking',
  asked: 'lastDay',
  misses: 0,
  filledIn: { post: 'Staff Nurse' },
  nonce: 'n1',
  startedAt: '2027-01-05T12:00:00.000Z',
  updatedAt: '2027-01-05T12:00:00.000Z',
  ...changes,
});

export const aRequest = (changes: Partial<Request> = {}): Request => ({
  id: 'PS-7F3K9Q',
  draft: 'draft-1',
  service: 'book-annual-leave',
  serviceVersion: 1,
  requestedBy: 'ana',
  organisation: 'fellbridge',
  post: 'post-1',
  fields: { firstDay: '2027-03-31', lastDay: '2027-04-04', hours: 22.5 },
  summary: 'Annual leave, 31 March to 4 April 2027, 22.5 hours.',
  confirmedAt: '2027-01-05T12:00:00.000Z',
  ...changes,
});

/** What the policies ask of a request, as its requester read it. */
export const someWarnings: NonNullable<Request['warnings']> = {
  lines: ['Give at least **21 days** of notice. [1]'],
  sources: [
    {
      number: 1,
      policy: 'parental-leave-unpaid',
      clause: 'parental-leave-unpaid.12',
      title: 'Unpaid parental leave',
      heading: 'How much notice to give',
      quote: 'Give at least 21 days of notice.',
      version: '2026.1',
      url: '/policies/parental-leave-unpaid#parental-leave-unpaid.12',
      file: null,
    },
  ],
};

export const anEvent = (changes: Partial<RequestEvent> = {}): RequestEvent => ({
  request: 'PS-7F3K9Q',
  kind: 'approved',
  at: '2027-01-06T09:00:00.000Z',
  by: 'Tom Okafor',
  note: null,
  receiverReference: null,
  ...changes,
});

export const anInteraction = (changes: Partial<Interaction> = {}): Interaction => ({
  id: 'i1',
  person: 'ana',
  organisation: 'fellbridge',
  conversation: 'teams-ana',
  kind: 'question',
  service: null,
  outcome: 'answered',
  openedAt: '2027-01-05T12:00:00.000Z',
  endedAt: '2027-01-05T12:00:00.000Z',
  clauses: [{ clause: 'annual-leave-and-bank-holidays.1', version: '2026.1' }],
  ...changes,
});

export const aRating = (changes: Partial<Rating> = {}): Rating => ({
  interaction: 'i1',
  person: 'ana',
  at: '2027-01-05T12:01:00.000Z',
  rating: 'yes',
  reason: null,
  comment: null,
  ...changes,
});

/** A reader from whom nobody's is kept. */
export const within = (...organisations: string[]): Within => ({ organisations, except: [] });

/** One who may also know of what nobody is known of any more. */
export const withContent = (...organisations: string[]): WithinContent => ({
  ...within(...organisations),
  large: organisations,
});
