/** What a caller is told whose body could not be read, where the route has no words of its own. */
import { json, type BodyProblem, type HttpResponse, type Route } from './route';

const TAKEN: Readonly<Record<NonNullable<Route['takes']> | 'words', string>> = {
  words: 'Send JSON (application/json) or a form (application/x-www-form-urlencoded).',
  files: 'Send a form with files (multipart/form-data).',
  bytes: 'Send the bytes as they are (application/octet-stream).',
};

export function refuseBody(
  problem: BodyProblem,
  { takes }: Pick<Route, 'takes'>,
  limit: number,
): HttpResponse {
  switch (problem) {
    case 'too-large':
      return told(413, `The body is larger than ${Math.floor(limit / 1024)} KiB. Send less.`);
    case 'not-json':
      return told(400, 'The body is not valid JSON. Nothing was done.');
    case 'not-a-form':
      return told(400, 'The form is broken. Nothing was done.');
    case 'unknown-type':
      return told(415, TAKEN[takes ?? 'words']);
  }
}

const told = (status: number, error: string): HttpResponse => json({ error }, status);
