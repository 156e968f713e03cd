/** What is wrong with an answer, and what to do next, in words for staff. */
import { addDays, inWords, partsOf, type Day } from '../engine/reading/days';
import type { Problem } from '../engine/reading/reading';
import type { FieldDefinition } from './schema';

const NOT_UNDERSTOOD = {
  date: 'I could not read that as a date. You can write 3 May, next Friday or 03/05/2027.',
  month: 'I could not read that as a month. You can write March or last month.',
  hours: 'I could not read that as hours. You can write 22.5.',
  number: 'I could not read that as a number. You can write 2 or 14.50.',
  text: 'Please tell me in a few words.',
  name: 'I could not find a name in that.',
  job: 'Please tell me the job title.',
  person: 'I could not find a name in that.',
  choice: 'Please choose one of these.',
} as const satisfies Record<FieldDefinition['kind'], string>;

const UNSURE = {
  date: 'That is all right. Your best guess will do.',
  other: 'That is all right. Take your time, or say “cancel” and come back to it.',
} as const;

export function problemText(problem: Problem, field: FieldDefinition): string {
  switch (problem.kind) {
    case 'not-understood':
      return NOT_UNDERSTOOD[field.kind];
    case 'missing':
      return missing(field);
    case 'said-of-another':
      return 'You said this about somebody else. Please answer it for the person you chose.';
    case 'unsure':
      return UNSURE[field.kind === 'date' ? 'date' : 'other'];
    case 'no-such-day':
      return `There is no ${withCapitals(problem.said.replace(/^the /, ''))} in the calendar.`;
    case 'wrong-weekday':
      return `${dayAndMonth(problem.day)} is a ${weekday(problem.day)}, not a ${withCapitals(problem.said)}. Which day do you mean?`;
    case 'today-or-next':
      return `Today is ${weekday(problem.day)}. Do you mean today, ${dayAndMonth(problem.day)}, or next ${weekday(problem.day)}, ${dayAndMonth(addDays(problem.day, 7))}?`;
    case 'in-the-past':
      return `${inWords(problem.day)} has passed. Please give a day from today on.`;
    case 'too-far':
      return `${inWords(problem.day)} is too far away. Please give a day from ${inWords(problem.first)} to ${inWords(problem.last)}.`;
    case 'last-before-first':
      return notInOrder(problem.first, problem.last, problem.suggestion);
    case 'separate-days':
      return 'Those days are not next to each other. Please ask for them one at a time.';
    case 'repeating-days':
      return 'I cannot send days that repeat as one request. Please ask for them one at a time.';
    case 'part-of-span':
      return problem.days === 1
        ? 'Please tell me which day that is.'
        : `Please tell me which ${problem.days} days those are.`;
    case 'days-not-hours':
      return `I need that in hours${field.fullTimeHours === undefined ? '' : ' a week'}, because days can be long or short.`;
    case 'out-of-range':
      return outOfRange(problem, field);
    case 'too-long':
      return `That is too long to send. Please use ${problem.max} letters or fewer.`;
    case 'bank-details':
      return 'Please do not write bank details here. I have not put them in the request. Change them in ESR self service, or ask payroll.';
    case 'choose-one':
      return 'Please choose one of these.';
    case 'not-in-team':
      return `${withCapitals(problem.said)} is not in your team in the directory.`;
    case 'which-person':
      return 'There is more than one person with that name in your team.';
  }
}

/** What may be pressed in answer, where there are but two days that can be meant. */
export const problemChoices = (problem: Problem): readonly string[] =>
  problem.kind === 'today-or-next' ? ['Today', inWords(addDays(problem.day, 7))] : [];

function missing({ kind, label }: FieldDefinition): string {
  if (kind === 'choice') return NOT_UNDERSTOOD.choice;
  return `Please ${kind === 'person' ? 'choose' : 'fill in'} ${label}.`;
}

function outOfRange({ min, max }: { min: number; max: number }, { unit }: FieldDefinition): string {
  if (unit === 'pounds') return `That has to be between £${min} and £${max}.`;
  if (unit === undefined) return `That has to be between ${min} and ${max} hours.`;
  return `That has to be ${max - min === 1 ? `${min} or ${max}` : `${min} to ${max}`} whole weeks.`;
}

function notInOrder(
  first: Day,
  last: Day,
  suggestion: { readonly first: Day; readonly last: Day } | undefined,
): string {
  const said = `${ordinalOf(last, first)} is before ${sameMonth(first, last) ? `the ${ordinal(first)}` : ordinalOf(first)}.`;
  if (suggestion === undefined) return said;
  return `${said} Did you mean ${span(suggestion.first, suggestion.last)}?`;
}

function span(first: Day, last: Day): string {
  if (first === last) return inWords(first);
  return `${inWords(first, first.slice(0, 4) !== last.slice(0, 4))} to ${inWords(last)}`;
}

/** "The 30th of March", with its year where the other day is of another one. */
function ordinalOf(day: Day, other: Day = day): string {
  const month = inWords(day, false).split(' ')[2] ?? '';
  const year = day.slice(0, 4) === other.slice(0, 4) ? '' : ` ${day.slice(0, 4)}`;
  return `${day === other ? 'the' : 'The'} ${ordinal(day)} of ${month}${year}`;
}

function ordinal(day: Day): string {
  const { date } = partsOf(day);
  const teen = date >= 11 && date <= 13;
  const ending = teen ? 'th' : (['th', 'st', 'nd', 'rd'][date % 10] ?? 'th');
  return `${date}${ending}`;
}

function sameMonth(a: Day, b: Day): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

function dayAndMonth(day: Day): string {
  return inWords(day).split(' ').slice(1).join(' ');
}

function weekday(day: Day): string {
  return inWords(day).split(' ', 1)[0] ?? '';
}

function withCapitals(words: string): string {
  return words.replace(/\b[a-z](?=[a-z]{2})/g, (letter) => letter.toUpperCase());
}
