/** Tags: a word for each state, and a colour beside it that never stands alone. */
import type { OutcomeName } from '../conversation/reply';
import type { DeskStatus } from '../desk/desk-request';
import type { Rating } from '../feedback/interaction';
import { outcomeWords, wording } from '../wording';
import type { ServiceLevel } from './request-age';

export interface Tag {
  readonly text: string;
  readonly colour: 'green' | 'yellow' | 'red' | 'blue' | 'grey' | 'purple' | 'orange' | 'pink';
}

const OUTCOME_COLOURS: Readonly<Record<OutcomeName, Tag['colour']>> = {
  answered: 'green',
  'partly-answered': 'yellow',
  'not-covered': 'red',
  clarify: 'blue',
  request: 'blue',
  status: 'grey',
  signposted: 'purple',
  refused: 'orange',
  'small-talk': 'grey',
  handover: 'pink',
};
const RATING_COLOURS = { yes: 'green', partly: 'yellow', no: 'red' } as const;
const STATUS_TAGS: Readonly<Record<DeskStatus, Tag>> = {
  received: { text: 'Received', colour: 'blue' },
  approved: { text: 'Approved', colour: 'yellow' },
  declined: { text: 'Not approved', colour: 'red' },
  done: { text: 'Done', colour: 'green' },
};
const LEVEL_COLOURS = { past: 'red', near: 'orange', well: 'grey' } as const;

export const outcomeTag = (outcome: OutcomeName): Tag => ({
  text: outcomeWords[outcome],
  colour: OUTCOME_COLOURS[outcome],
});

/** Silence is unknown: it is never drawn as solved. */
export const ratingTag = (rating: Rating['rating']): Tag =>
  rating === null
    ? { text: 'Not rated', colour: 'grey' }
    : { text: wording.feedback[rating], colour: RATING_COLOURS[rating] };

export const statusTag = (status: DeskStatus): Tag => STATUS_TAGS[status];

export const levelTag = ({ state, words }: ServiceLevel): Tag => ({
  text: words,
  colour: LEVEL_COLOURS[state],
});
