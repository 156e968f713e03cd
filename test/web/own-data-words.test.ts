import { sectionsOf } from '../../bot/own-data/sections';
import type { OwnDataDocument } from '../../bot/own-data/for-the-person';
import { Did } from '../../bot/storage/audit-trail';

const at = '2027-01-05T12:00:00.000Z';
const nothing: OwnDataDocument = {
  version: 1,
  madeAt: at,
  person: { name: 'Ana', email: '', organisation: '', nhsServiceStart: null, posts: [] },
  keptMonths: { words: 12, turns: 24, requests: 24, audit: 72 },
  conversations: [],
  ratings: [],
  satisfaction: [],
  verdicts: [],
  notes: [],
  replies: [],
  withPeople: [],
  unfinished: [],
  requests: [],
  calls: [],
  mails: { at: null, stoppedAt: null },
  looks: [],
};
const linesOf = (data: Partial<OwnDataDocument>) =>
  sectionsOf({ ...nothing, ...data }).flatMap(({ entries }) =>
    entries.flatMap(({ lines }) => lines),
  );

describe('your data, in words', () => {
  it('says what colleagues did, whatever it is', () => {
    const untold = linesOf({ looks: Did.options.map((did) => ({ at, did })) }).filter(
      (line) => !line.startsWith('They '),
    );
    // These are of rules and questions, and of nobody.
    expect(
      untold.filter(
        (line) => !/wording|clause|regression|content-task|withdrawal|-rule/.test(line),
      ),
    ).toEqual([]);
  });

  it('says what a reviewer found', () => {
    const verdict = { at, verdict: 'wrong', cause: 'search-missed', note: null };
    expect(linesOf({ verdicts: [verdict] })).toEqual([
      'A reviewer judged an answer',
      'They found it wrong',
      'There is a rule, and I did not find it',
    ]);
  });

  it('says what was written into a request as its form asks for it', () => {
    const fields = { firstDay: '2027-05-03', gone: 'kept' };
    const unfinished = [{ service: 'book-annual-leave', changedAt: at, fields }];
    expect(linesOf({ unfinished })).toEqual([
      'Book annual leave',
      expect.stringMatching(/first day.*: .*3 May 2027/),
      'kept',
    ]);
  });
});
