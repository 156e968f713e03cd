/** What has happened to a request at the desk, a line for each event. */
import { longDay } from '../calendar/days';
import type { DeskEvent } from '../desk/desk-request';
import { statusTag, type Tag } from './tags';
import { whenInWords } from './when';

export const showHistory = (events: readonly DeskEvent[], now: Date) =>
  events.map((event) => ({
    tag: tagOf(event),
    to: event.to,
    when: whenInWords(new Date(event.at), now),
    by: event.by,
    note: event.note,
  }));

function tagOf({ kind, status, to, expectedBy }: DeskEvent): Tag {
  switch (kind) {
    case 'status':
      return statusTag(status);
    case 'assigned':
      return { text: to === null ? 'Given back' : 'Given to', colour: 'grey' };
    case 'noted':
      return { text: 'Told the requester', colour: 'grey' };
    case 'asked':
      return { text: 'Asked', colour: 'purple' };
    case 'answered':
      return { text: 'Answered', colour: 'orange' };
    case 'expected': {
      const day = expectedBy === null ? 'another day' : longDay(expectedBy);
      return { text: `Expected by ${day}`, colour: 'grey' };
    }
  }
}
