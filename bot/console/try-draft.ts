/**
 * Which questions would be answered otherwise by changed wording: the clause's own, the regression
 * questions, and what staff asked of the policy lately. Those who may not read transcripts see the
 * answers, and not how staff put their questions.
 */
import {
  plainText,
  type Outcome,
  type Question,
  type Tried,
  type VariationClause,
} from '../../knowledge';
import { addDays, london, startOfDay, today } from '../calendar/days';
import { FULL_TIME_HOURS } from '../conversation/asking';
import { besideWords, ruleWords } from '../conversation/rule-words';
import { passes, type RegressionQuestion } from '../feedback/regression';
import type { HttpRequest } from '../http/route';
import type { SoundDraft } from './check-draft';
import type { ConsoleTools, Reader } from './console-parts';
import { countedFor } from './counted-for';
import {
  groupDifferences,
  type Difference,
  type DifferenceGroup,
  type From,
} from './group-differences';
import { createMask } from './mask';
import type { RulePlace } from './own-clause';
import { shorten } from './shorten';
import { whatDiffers } from './what-differs';

const ASKED_DAYS = 28;
/** Of each kind: the page must stay quick. */
const MOST = { own: 40, regression: 60, asked: 60 } as const satisfies Record<From, number>;

interface Trying {
  readonly from: From;
  /** As it is shown; null for a reader who may not read it. */
  readonly said: string | null;
  readonly question: Question;
  readonly regression: RegressionQuestion | null;
}

export interface Preview {
  readonly tried: Readonly<Record<From, number>>;
  readonly askedDays: number;
  /** How many are answered otherwise. */
  readonly changed: number;
  readonly groups: readonly DifferenceGroup[];
  /** The rule's own ways of asking that are answered without it. */
  readonly missed: readonly string[];
}

export async function tryDraft(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  place: RulePlace,
  draft: SoundDraft,
): Promise<Preview> {
  const { organisation } = place;
  const rule = draft.changed ?? draft.before;
  const [ofRegression, ofStaff, withheld, organisations] = await Promise.all([
    regressionsFor(tools, reader, organisation),
    askedOf(tools, request, reader, place),
    tools.withheld.of(organisation),
    tools.directory.organisations(),
  ]);
  // It is tried as if it were in answers: that is what is to be seen.
  const out = withheld.filter((id) => id !== rule?.id);
  const question = (text: string, staffGroup: Question['staffGroup']): Question => ({
    text,
    before: null,
    organisation,
    staffGroup,
    pointOfView: rule?.for === 'manager' ? 'manager' : 'staff',
    on: today(request.now),
    particulars: { weeklyHours: FULL_TIME_HOURS },
    withheld: out,
  });
  const [group = 'agenda-for-change'] = rule?.staffGroups ?? [];
  const trying: readonly Trying[] = [
    ...questionsOf(place, draft).map((text) => ({
      from: 'own' as const,
      said: text,
      question: question(text, group),
      regression: null,
    })),
    ...ofRegression.map((one) => ({
      from: 'regression' as const,
      said: one.text,
      question: question(one.text, one.staffGroup),
      regression: one,
    })),
    ...ofStaff.map(({ text, said }) => ({
      from: 'asked' as const,
      said,
      question: question(text, group),
      regression: null,
    })),
  ];
  const tried = await tools.answering.tryWording(
    { organisation, clauses: draft.all },
    trying.map((one) => one.question),
    request.signal,
  );
  const name = organisations.find(({ id }) => id === organisation)?.shortName;
  const differences = trying.flatMap((one, index) => differenceOf(one, tried[index], name) ?? []);
  const own = new Set(waysOf(draft.changed));
  const count = (from: From): number => trying.filter((one) => one.from === from).length;
  return {
    tried: { own: count('own'), regression: count('regression'), asked: count('asked') },
    askedDays: ASKED_DAYS,
    changed: differences.length,
    groups: groupDifferences(differences),
    missed: trying.flatMap(({ from, said }, index) =>
      from === 'own' && said !== null && own.has(said) && !leadsTo(rule?.id, tried[index])
        ? [said]
        : [],
    ),
  };
}

const questionsOf = ({ national }: RulePlace, { before, changed }: SoundDraft): readonly string[] =>
  [
    ...new Set([
      ...waysOf(changed),
      ...waysOf(before),
      ...(national === undefined ? [] : [national.question, ...national.asks]),
    ]),
  ].slice(0, MOST.own);

const waysOf = (clause: VariationClause | undefined): readonly string[] =>
  clause === undefined ? [] : [clause.question, ...clause.asks, ...clause.yes, ...clause.no];

const leadsTo = (clause: string | undefined, tried: Tried | undefined): boolean =>
  clause !== undefined && tried !== undefined && citedIn(tried.then).includes(clause);

/** Those that this reader may read in their list: the others are of people near them in the line. */
async function regressionsFor(
  tools: ConsoleTools,
  reader: Reader,
  organisation: string,
): Promise<readonly RegressionQuestion[]> {
  const counted = await countedFor(tools, reader);
  const within = { ...counted, organisations: ofOne(counted.organisations, organisation) };
  const { questions } = await tools.regressions.list(within, {
    limit: MOST.regression,
    offset: 0,
  });
  return questions;
}

const ofOne = (organisations: readonly string[], wanted: string): readonly string[] =>
  organisations.filter((one) => one === wanted);

async function askedOf(
  tools: ConsoleTools,
  { now }: HttpRequest,
  reader: Reader,
  { organisation, policy }: RulePlace,
): Promise<readonly { readonly text: string; readonly said: string | null }[]> {
  const counted = await countedFor(tools, reader);
  const within = { ...counted, organisations: ofOne(counted.organisations, organisation) };
  const since = startOfDay(addDays(today(now), 1 - ASKED_DAYS));
  const texts = await tools.ofKnowledge.askedOf(within, policy.meta.id, since, MOST.asked);
  const mask = createMask(await tools.directory.people(), london(now).year);
  const mayRead = reader.may.transcripts.includes(organisation);
  return texts.map((text) => ({ text, said: mayRead ? shorten(mask(text)) : null }));
}

function differenceOf(
  { from, said, regression }: Trying,
  tried: Tried | undefined,
  organisation: string | undefined,
): Difference | undefined {
  if (tried === undefined) return undefined;
  const [now, then] = [wordsOf(tried.now, organisation), wordsOf(tried.then, organisation)];
  if (now === then) return undefined;
  const [markedNow, markedThen] = whatDiffers(now, then);
  return {
    from,
    said,
    now: markedNow,
    then: markedThen,
    regression: regression === null ? null : turnOf(regression, tried),
  };
}

function turnOf(question: RegressionQuestion, { now, then }: Tried): Difference['regression'] {
  const [was, will] = [now, then].map((outcome) =>
    passes(question, outcome.kind, citedIn(outcome)),
  );
  if (was === will) return null;
  return was === true ? 'breaks' : 'mends';
}

const citedIn = (outcome: Outcome): readonly string[] =>
  'citations' in outcome ? outcome.citations.map(({ clause }) => clause) : [];

/** As staff would read it, without the marks of its sources. */
function wordsOf(outcome: Outcome, organisation: string | undefined): string {
  switch (outcome.kind) {
    case 'answered':
    case 'partly-answered': {
      const words = [
        ruleWords(outcome, organisation),
        ...outcome.related.map((beside) => besideWords(beside, organisation)),
      ];
      return plainText(words.join('\n\n').replaceAll(/ ?\[\d+\]/g, ''));
    }
    case 'clarify':
      return `We ask which they mean: ${outcome.choices.join(' ')}`;
    case 'not-covered':
      return outcome.why === 'being-checked'
        ? 'We say that the rule is being checked, and whom to ask.'
        : 'We say that we cannot find it, and whom to ask.';
  }
}
