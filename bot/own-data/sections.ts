/** A person's data as a page shows it: part after part, oldest first. */
import { longDay, timeOfDay, today } from '../calendar/days';
import { fieldInWords, findService } from '../../dialogs';
import { outcomeWords, wording } from '../wording';
import { ownDataWording as words, type OwnDataPart } from '../wording-own-data';
import type { OwnDataDocument } from './for-the-person';
import type { OwnData } from './own-data';

export interface Section {
  readonly heading: string;
  readonly kept: string;
  readonly entries: readonly Entry[];
}

interface Entry {
  readonly when: string;
  /** Empty ones are left out. */
  readonly lines: readonly string[];
}

const entry = (at: string, ...lines: readonly (string | null)[]): Entry => ({
  when: `${longDay(today(new Date(at)))}, ${timeOfDay(new Date(at))}`,
  lines: lines.flatMap((line) => (line === null || line === '' ? [] : [line])),
});

const PARTS: Readonly<Record<OwnDataPart, (data: OwnDataDocument) => readonly Entry[]>> = {
  conversations: ({ conversations }) =>
    conversations.flatMap(({ turns }) =>
      turns.map(({ at, said, reply, outcome }) =>
        reply === null
          ? entry(at, words.erased, isOutcome(outcome) ? outcomeWords[outcome] : outcome)
          : entry(at, said && `${words.you}: ${said}`, `${words.assistant}: ${reply}`),
      ),
    ),
  feedback: ({ ratings, satisfaction, replies }) => [
    ...ratings.map(({ at, rating, reason, comment }) =>
      entry(
        at,
        words.rated,
        wordOf(wording.feedback, rating),
        wordOf(wording.feedback.reasons, reason),
        comment,
      ),
    ),
    ...satisfaction.map(({ at, score, comment }) =>
      entry(at, score === null ? null : words.satisfied(score), comment),
    ),
    ...replies.map(({ askedAt, text }) => entry(askedAt, words.reply, text)),
  ],
  reviews: ({ verdicts, notes }) => [
    ...verdicts.map(({ at, verdict, cause, note }) =>
      entry(at, words.reviewed, wordOf(words.verdicts, verdict), wordOf(words.causes, cause), note),
    ),
    ...notes.map(({ at, text }) => entry(at, words.note, text ?? words.erased)),
  ],
  withPeople: ({ withPeople }) =>
    withPeople.flatMap(({ reference, openedAt, messages }) => [
      entry(openedAt, reference),
      ...messages.map(({ at, from, text }) =>
        entry(at, `${from === 'you' ? words.you : words.team}: ${text ?? words.erased}`),
      ),
    ]),
  unfinished: ({ unfinished }) =>
    unfinished.map(({ service, changedAt, fields }) =>
      entry(changedAt, titleOf(service), ...fieldLines(service, fields)),
    ),
  requests: ({ requests }) =>
    requests.flatMap(({ request, events, answers }) => [
      entry(
        request.confirmedAt,
        `${request.id}: ${titleOf(request.service)}`,
        request.summary,
        request.files === undefined ? null : words.files(request.files.map(({ name }) => name)),
      ),
      ...events.map(({ at, kind, by, note }) =>
        entry(at, `${request.id}: ${words.happened[kind]}`, by, note),
      ),
      ...answers.map(({ at, text }) => entry(at, `${request.id}: ${words.answered}`, text)),
    ]),
  calls: ({ calls }) => calls.map(({ at, reference }) => entry(at, words.called(reference))),
  mails: ({ mails }) => [
    ...(mails.at === null ? [] : [entry(mails.at, words.mailed)]),
    ...(mails.stoppedAt === null ? [] : [entry(mails.stoppedAt, words.stoppedMails)]),
  ],
  looks: ({ looks }) => looks.map(({ at, did }) => entry(at, wordOf(words.did, did))),
};

export function sectionsOf(data: OwnDataDocument): readonly Section[] {
  const kept = words.kept(data.keptMonths);
  return (Object.keys(PARTS) as OwnDataPart[]).map((part) => ({
    heading: words.headings[part],
    kept: kept[part],
    entries: PARTS[part](data),
  }));
}

/** What the chat says of it: how much there is of each. */
export const summaryOf = (data: OwnData): readonly string[] =>
  words.summary({
    messages: data.conversations.flatMap(({ turns }) => turns).filter(({ said }) => said !== null)
      .length,
    ratings: data.ratings.length + data.satisfaction.length,
    requests: data.requests.length,
    unfinished: data.unfinished.length,
    withPeople: data.withPeople.length,
    calls: data.calls.length,
    looks: data.looks.length,
  });

const isOutcome = (name: string): name is keyof typeof outcomeWords => name in outcomeWords;

const titleOf = (service: string): string => findService(service)?.title ?? service;

/** As the form asks for them; what this version of the catalogue does not know stays as it was written. */
function fieldLines(
  service: string,
  fields: Readonly<Record<string, string | number>>,
): readonly string[] {
  const known = findService(service)?.fields ?? [];
  return Object.entries(fields).map(([name, value]) => {
    const field = known.find((one) => one.name === name);
    return field === undefined
      ? String(value)
      : `${field.label}: ${fieldInWords(field, { fields }) ?? value}`;
  });
}

/** As its button says it. */
function wordOf(labels: object, name: string | null): string | null {
  const label: unknown =
    name === null ? null : Object.entries(labels).find(([key]) => key === name)?.[1];
  return typeof label === 'string' ? label : name;
}
