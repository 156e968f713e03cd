/** What an agent had written in a form of a request, given back with what was wrong with it. */

/** To move it on. */
interface UnsentMove {
  readonly problem: string;
  /** The field that it is about. */
  readonly at: 'status' | 'note';
  readonly chosen: string;
  readonly note: string;
}

/** To its requester. */
interface UnsentWords {
  readonly problem: string;
  readonly at: 'kind' | 'text';
  readonly kind: string;
  readonly text: string;
}

/** To give it another day. */
interface UnsentDay {
  readonly problem: string;
  readonly at: 'day' | 'note';
  readonly day: string;
  readonly month: string;
  readonly year: string;
  readonly note: string;
}

/** One of them, or none. */
export interface Unsent {
  readonly move?: UnsentMove;
  readonly words?: UnsentWords;
  readonly day?: UnsentDay;
}

/** What stands at the top of the page, with the way to the field. @param mayMove whether that form is there */
export function problemOf({ move, words, day }: Unsent, mayMove: boolean) {
  if (move !== undefined) {
    const href = mayMove ? `#${move.at}` : '#history';
    return { title: 'Nothing was changed', text: move.problem, href };
  }
  if (words !== undefined)
    return { title: 'Nothing was sent', text: words.problem, href: `#${words.at}` };
  if (day !== undefined)
    return { title: 'The day was not changed', text: day.problem, href: `#expected-${day.at}` };
  return undefined;
}
