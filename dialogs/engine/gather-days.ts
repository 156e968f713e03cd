/** The days that one text says for the fields of a service: its span, and days with words of their own. */
import type { FieldDefinition } from '../catalogue/schema';
import { afterMidnight } from './after-midnight';
import { takeApart, toldIn, withoutEnds, withoutOthersDays } from './days-apart';
import { gatherSpan } from './gather-span';
import { NOTHING, type Gathered, type Listening } from './gathered';
import { dayFieldsOf, type DayFields } from './place-days';
import { outOfBounds } from './reading/bounds';
import type { Day } from './reading/days';
import { withoutOtherTimes } from './reading/other-times';
import { wholeMonthsAsDays } from './reading/whole-months';
import { withoutThePast } from './without-the-past';

/** What was gathered, in the order in which a later part may correct an earlier one. */
export function gatherDays(all: Listening): readonly Gathered[] {
  const listening = withoutThePast(all);
  const { service, asked, asker } = listening;
  const dates = service.fields.filter(({ kind }) => kind === 'date');
  const own = dates.find(({ name, apart }) => apart && name === asked);
  const span = dayFieldsOf(service);
  const said = cleared(listening.said, span, asked);
  const fields = own === undefined ? span : { first: own, last: undefined };
  // "7 june, and leave from 10 may": the answer to one day may tell another beside its words.
  const besides = dates.filter(
    (field) => field !== own && (field.apart || (own !== undefined && field === span?.first)),
  );
  const told = withoutOthersDays(cleared(toldIn(listening), span, asked), dates, listening);
  const { found, rest } = takeApart(told.text, besides, {
    dates,
    today: asker.today,
    leave: own === undefined ? 0 : 1,
  });
  const days = [...found].map(([field, day]) => placed(field, day, listening));
  const [only, ...others] = dates;
  if (fields === undefined) {
    // At the read-back a day alone can only be the one day that there is.
    const isCorrected = only !== undefined && listening.draft.fields[only.name] !== undefined;
    return isCorrected && days.length === 0 && others.length === 0
      ? [
          gatherSpan(
            { ...listening, said },
            { first: only, last: undefined },
            { told: said, dates },
          ),
        ]
      : days;
  }
  const isWhole = found.size === 0 && !told.isLess;
  const left = isWhole ? said : withoutEnds(rest);
  return [...days, gatherSpan({ ...listening, said: left }, fields, { told: rest, dates })];
}

/** Without times that are no day of the request, and with whole months as days where those will do. */
function cleared(words: string, span: DayFields | undefined, asked: string | undefined): string {
  const days = withoutOtherTimes(words);
  if (span?.first.monthWillDo !== true) return days;
  return wholeMonthsAsDays(days, asked !== undefined && asked === span.last?.name);
}

function placed(field: FieldDefinition, day: Day, { asker, said }: Listening): Gathered {
  const problem = outOfBounds(field, day, asker.today);
  return problem === undefined
    ? { ...NOTHING, values: { [field.name]: day }, filledIn: afterMidnight(asker, said) }
    : { ...NOTHING, problem: { field, problem } };
}
