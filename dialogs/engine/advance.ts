/** One message in a request under way. */
import { hasAnyPhrase, hasPhrase } from '../catalogue/phrases';
import type { FieldDefinition } from '../catalogue/schema';
import { WHAT_TO_CHANGE } from '../catalogue/what-to-change';
import words from '../catalogue/words/answers.json';
import type { Draft } from '../request';
import { askFor, askWhatToChange, pendingField, serviceOf } from './ask';
import type { Asker } from './asker';
import { gather, listen } from './gather';
import { NOTHING, type Gathered } from './gathered';
import { isOnlyTopic, mentionedField } from './mentioned-field';
import { strangerIn } from './names-as-tokens';
import { plain, sentences } from './plain';
import { contrastIn, fieldHolding } from './put-right';
import { answersAsQuestion } from './answers-as-question';
import {
  isAnswer,
  startsWithNo,
  suggestionIn,
  withoutLeading,
  withoutPoliteness,
} from './reading/answers';
import { looksLikeQuestion } from './questions';
import { readChoice } from './reading/read-choice';
import { outOfOrder, settle, withoutSuggestion, type Setting } from './settle';
import { isBrief, onlyValue } from './only-value';
import type { Step } from './step';

export interface AdvanceIds {
  readonly nonce: string;
  readonly now: Date;
}

interface Hearing extends Setting {
  readonly text: string;
  readonly said: string;
  readonly asked: FieldDefinition | undefined;
}

/** Never throws on what was said; the same arguments give the same step. */
export function advance(
  draft: Draft,
  text: string,
  asker: Asker,
  { nonce, now }: AdvanceIds,
): Step {
  const touched: Draft = { ...draft, updatedAt: now.toISOString() };
  const { first, rest } = withoutLaterQuestion(text);
  const step = oneMessage(touched, first, asker, nonce);
  if (rest === undefined) return step;
  // A question after a yes holds the sending back: they may be asking because they are not sure.
  return step.kind === 'agreed'
    ? { kind: 'confirm', draft, corrected: false, rest }
    : step.kind === 'unread'
      ? step
      : { ...step, rest };
}

function oneMessage(draft: Draft, text: string, asker: Asker, nonce: string): Step {
  const service = serviceOf(draft, asker);
  const said = plain(text);
  const asked = draft.stage === 'confirming' ? undefined : pendingField(service, draft);
  const hearing: Hearing = { service, draft, asker, nonce, text, said, asked };
  if (isAnswer('cancel', said)) return { kind: 'cancelled', draft };
  return (
    answerToSuggestion(hearing) ??
    answerToReadBack(hearing) ??
    leavingOut(hearing) ??
    skipping(hearing) ??
    unsure(hearing) ??
    putRight(hearing) ??
    changing(hearing) ??
    reading(hearing) ??
    onlyTopic(hearing) ??
    unread(hearing)
  );
}

/** "Did you mean …?" */
function answerToSuggestion(hearing: Hearing): Step | undefined {
  const { draft, said, asked, asker } = hearing;
  if (draft.suggested === undefined) return undefined;
  if (isAnswer('yes', said))
    return settle(hearing, { values: draft.suggested, filledIn: {}, dropped: [] });
  if (isAnswer('no', said) && asked !== undefined)
    return askFor(withoutSuggestion(draft), asked, asker);
  return undefined;
}

function answerToReadBack(hearing: Hearing): Step | undefined {
  const { draft, service, said, text, asker } = hearing;
  if (draft.stage !== 'confirming') return undefined;
  if (isAnswer('no', said)) return askWhatToChange(draft, service);
  if (draft.asked === WHAT_TO_CHANGE || !isAnswer('yes', said) || text.includes('?'))
    return undefined;
  // "He has agreed now" corrects what is read back, and does not say yes to it.
  if (/\b(?:she|he|they)\b/.test(said)) return undefined;
  const wrong = outOfOrder(service, draft, asker);
  return wrong === undefined ? { kind: 'agreed', draft } : askFor(draft, wrong.field, asker, wrong);
}

function skipping(hearing: Hearing): Step | undefined {
  const { draft, asked, said } = hearing;
  if (asked?.optional !== true || !isAnswer('skip', said)) return undefined;
  const skipped = [...draft.skipped, asked.name];
  return settle({ ...hearing, draft: { ...draft, skipped } }, NOTHING);
}

/** "Leave the reason out", "i dont want to say why": what need not be told is taken back. */
function leavingOut(hearing: Hearing): Step | undefined {
  const { draft, service, said } = hearing;
  // "No reason" is one; "no, leave it out" is another.
  const ways = [said, withoutPoliteness(said)];
  if (!ways.some((way) => hasAnyPhrase(words.leavingOut, way))) return undefined;
  const told = service.fields.filter(
    ({ name, kind, optional }) => optional && kind === 'text' && draft.fields[name] !== undefined,
  );
  const named = told.filter(({ label, words: names }) =>
    [label, ...names].some((word) => hasPhrase(plain(word), said)),
  );
  const [field] = named.length > 0 ? named : told;
  if (field === undefined || (named.length === 0 && !isBrief(said))) return undefined;
  return settle(hearing, { ...NOTHING, dropped: [field.name] });
}

/** "I don't know" is no answer and no question, and needs a kind word. */
function unsure({ draft, asked, said, asker }: Hearing): Step | undefined {
  if (asked === undefined || !isAnswer('unsure', said)) return undefined;
  if (asked.kind === 'choice' && readChoice(said, asked, true) !== undefined) return undefined;
  const problem = { field: asked, problem: { kind: 'unsure' } } as const;
  // Nothing could be made of it, however kindly it is met: the third time a person is offered.
  return askFor({ ...draft, misses: draft.misses + 1, isUnsure: true }, asked, asker, problem);
}

/** "Jin not Ana": the field that holds Ana is read anew, and no other. */
function putRight(hearing: Hearing): Step | undefined {
  const { draft, service, text, asked } = hearing;
  const contrast = contrastIn(text);
  if (contrast === undefined || looksLikeQuestion(text)) return undefined;
  const read = (field: FieldDefinition, said: string): Gathered =>
    gatherFor(hearing, field.name, withoutLeading(plain(said)), said);
  if (asked?.kind === 'text' && !asked.isOrganisation) return undefined;
  const field = fieldHolding(contrast.wrong, service, draft, read);
  const heard = field === undefined ? NOTHING : read(field, contrast.right);
  return isEmpty(heard) ? undefined : settle(hearing, heard);
}

/** "Change the date", "wrong person, tom", "hours 22.5": with a new value, or to be asked for one. */
function changing(hearing: Hearing): Step | undefined {
  const { draft, service, said, text, asked, asker } = hearing;
  if (asked?.kind === 'text' && said.split(' ').length > 4) return undefined;
  if (looksLikeQuestion(text) && suggestionIn(said) === undefined) return undefined;
  // "Change leon's hours to 25" changes nobody else's: he is looked for in the team first.
  if (service.fields.some(({ kind }) => kind === 'person') && strangerIn(said) !== undefined)
    return undefined;
  const mention = mentionedField(service, said, draft.asked === WHAT_TO_CHANGE);
  if (mention === undefined) return undefined;
  const { field, rest, plainly } = mention;
  const value = field.kind === 'text' ? afterWord(text, mention.word) : rest;
  const heard = rest === '' ? NOTHING : gatherFor(hearing, field.name, rest, value);
  if (!isEmpty(heard)) return settle(hearing, heard);
  return plainly ? askFor({ ...withoutSuggestion(draft), misses: 0 }, field, asker) : undefined;
}

/** Free text keeps its capitals: what follows the field's name. */
function afterWord(text: string, word: string): string {
  const at = text.toLowerCase().indexOf(word);
  return at < 0 ? text : text.slice(at + word.length).replace(/^(?:[\s:,]|is\b|to\b)+/, '');
}

function reading(hearing: Hearing): Step | undefined {
  const { draft, said, text, asked, service, asker } = hearing;
  const suggested = suggestionIn(said);
  if (looksLikeQuestion(text) && !answersAsQuestion({ said, asked, suggested, asker }))
    return undefined;
  const bare = isAnswer('no', said) ? said : (suggested ?? withoutLeading(said));
  const all = gatherFor(hearing, asked?.name, isWhole(asked, said) ? said : bare, text);
  const heard = mayCorrect(said, asked) ? all : withoutAsides(all, hearing);
  // "My rota comes out friday" moves no leave: at the read-back a day must be meant as a correction.
  const isAskedFor = draft.stage !== 'confirming' || draft.asked === WHAT_TO_CHANGE;
  if (!isEmpty(heard) && (isAskedFor || isCorrection(said))) return settle(hearing, heard);
  const bareValue =
    draft.stage === 'confirming'
      ? onlyValue(hearing, bare, (field) => gatherFor(hearing, field.name, bare, bare))
      : NOTHING;
  if (!isEmpty(bareValue)) return settle(hearing, bareValue);
  if (draft.stage === 'confirming' && startsWithNo(said)) return askWhatToChange(draft, service);
  return undefined;
}

/** To a question of yes or no a day is told of how it was agreed, unless it is plainly a correction. */
const mayCorrect = (said: string, asked: FieldDefinition | undefined): boolean =>
  asked?.choices?.some(({ value }) => value === 'yes') === true
    ? hasAnyPhrase(words.correctingBeside, said) || said.split(' ').length <= FEW_WORDS
    : isCorrection(said);

/** "From the 8th march". */
const FEW_WORDS = 4;

/** "Yes, he emailed me on monday" answers what was asked, and moves no day that is known. */
function withoutAsides(heard: Gathered, { asked, draft }: Hearing): Gathered {
  const isYesOrNo = asked?.choices?.some(({ value }) => value === 'yes') === true;
  if (asked?.kind !== 'choice' || (heard.values[asked.name] === undefined && !isYesOrNo))
    return heard;
  const values = Object.entries(heard.values).filter(
    ([name]) => name === asked.name || draft.fields[name] === undefined,
  );
  const problem = heard.problem?.field === asked ? heard.problem : undefined;
  return { ...heard, values: Object.fromEntries(values), dropped: [], problem };
}

/** Free text, and "no she hasn't signed": the no belongs to the answer. */
const isWhole = (asked: FieldDefinition | undefined, said: string): boolean =>
  asked?.kind === 'text' || (asked?.kind === 'choice' && readChoice(said, asked, true) === 'no');

/** Bare words ("the 10th", "22.5 hours"), or words of correcting; no aside ("my rota comes out friday"). */
const isCorrection = (said: string): boolean =>
  hasAnyPhrase(words.correcting, said) || (isBrief(said) && !hasAnyPhrase(words.aside, said));

/** A bare "childcare" at the read-back: the reason, unless they gave one before. */
function onlyTopic(hearing: Hearing): Step | undefined {
  const { draft, service, said, text } = hearing;
  if (draft.stage !== 'confirming' || looksLikeQuestion(text)) return undefined;
  const field = service.fields.find((one) => isOnlyTopic(one, said));
  if (field === undefined) return undefined;
  return draft.fields[field.name] === undefined
    ? settle(hearing, gatherFor(hearing, field.name, said, text))
    : askWhatToChange(draft, service);
}

function gatherFor(
  { service, draft, asker }: Hearing,
  asked: string | undefined,
  said: string,
  text: string,
): Gathered {
  return gather({ ...listen({ service, draft, asker, asked, text }), said });
}

/** A miss is counted unless it may be a question, which the caller answers. */
function unread({ draft, text, said }: Hearing): Step {
  // "What" and "eh?" say that the question was not understood.
  if (looksLikeQuestion(text) && !isAnswer('baffled', said)) return { kind: 'unread', draft };
  const missed: Draft = { ...draft, misses: draft.misses + 1 };
  delete missed.isUnsure;
  return { kind: 'unread', draft: missed };
}

function isEmpty({ values, dropped, problem }: Gathered): boolean {
  return Object.keys(values).length === 0 && dropped.length === 0 && problem === undefined;
}

/** "yes. does it change her pay" → "yes." and the question. */
function withoutLaterQuestion(text: string): { first: string; rest: string | undefined } {
  const parts = sentences(text);
  const at = parts.findIndex(({ said }, index) => index > 0 && looksLikeQuestion(said));
  const question = parts[at];
  const opening = parts[0];
  if (question === undefined || opening === undefined || looksLikeQuestion(opening.said))
    return { first: text, rest: undefined };
  return { first: text.slice(0, question.at), rest: text.slice(question.at).trim() };
}
