/**
 * Where a policy owner changes the wording of an own rule: the form, what is wrong with it, and,
 * before it is sent to a colleague, which questions would be answered otherwise. The national text
 * stands beside it and cannot be changed.
 */
import type { Wording } from '../../knowledge';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { markdown } from '../web/policy-markdown';
import { checkDraft } from './check-draft';
import { valueField, type Fault } from './fault';
import { asksOf } from './asks-of';
import { clauseAddress, WORDING, wordingChangeAddress } from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { formName } from './form-name';
import { notice } from './notice';
import { outOfDate } from './not-taken';
import { baseOfClause, ownClause, type OwnClause } from './own-clause';
import { proposeWording, standing } from './propose-wording';
import { tryDraft, type Preview } from './try-draft';
import { whenInWords } from './when';
import { reasonFaults, readWordingForm, type WordingForm } from './wording-form';
import { changesOfRule } from './wording-changes';
import { wordsIn } from './words-in';

interface Drawn {
  readonly wording: Wording;
  readonly reason: string;
  readonly message: string;
  /** The change that these words go on from; empty for none. */
  readonly instead: string;
  readonly faults: readonly Fault[];
  /** True where the wording was changed while this was written. */
  readonly isOvertaken: boolean;
}

/** With the words of an earlier change, where its id stands in the address. */
export async function showWording(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const own = await ownClause(tools, reader.may.wording, request.query.get('clause') ?? '');
  if (own === undefined) return noRule(tools, request, reader);
  const instead = request.query.get('change') ?? '';
  const earlier = await tools.wordingChanges.find([own.organisation], instead);
  const isOfThis = earlier?.clause === own.clause.id;
  return draw(tools, request, reader, own, {
    wording: isOfThis ? earlier.wording : own.written,
    reason: isOfThis ? earlier.reason : '',
    message: tools.newId(),
    instead: isOfThis ? instead : '',
    faults: [],
    isOvertaken: false,
  });
}

export async function takeWording(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = readWordingForm(request.body);
  if (form === undefined) return outOfDate(tools, request, reader, 422);
  const own = await ownClause(tools, reader.may.wording, form.clause);
  if (own === undefined) return noRule(tools, request, reader);
  const again = (faults: readonly Fault[], isOvertaken = false) =>
    draw(tools, request, reader, own, { ...form, faults, isOvertaken });
  if (form.do === 'edit') return again([]);
  // The second press of the same form: what they wanted is so.
  const change = formName(form.message, own.clause.id, JSON.stringify(form.wording), form.reason);
  const sent = await tools.wordingChanges.find([own.organisation], change);
  if (sent !== undefined) return seeOther(wordingChangeAddress(sent.id));
  if (form.base !== baseOfClause(own)) return again([], true);
  const checked = await checkDraft(tools, own, form.wording, request.now);
  const faults = [
    ...(checked.kind === 'faulty' ? checked.faults : []),
    ...(isAsItWas(own, form.wording) ? [NOTHING_CHANGED] : []),
    ...reasonFaults(form.reason),
  ];
  if (faults.length > 0 || checked.kind === 'faulty') return again(faults);
  if (form.do === 'send') {
    const { wording, reason, instead } = form;
    const written = { ...standing(own), id: change, wording, reason };
    return proposeWording(tools, request, reader, own, written, instead);
  }
  const preview = await tryDraft(tools, request, reader, own, checked.draft);
  return previewPage(tools, reader, own, form, checked.draft.changed.text, preview);
}

const NOTHING_CHANGED: Fault = { at: 'text', text: 'Nothing is changed yet' };

const isAsItWas = ({ written }: OwnClause, { text, values, asks }: Wording): boolean =>
  written.text === text &&
  (asks === undefined || asks.join('\n') === written.asks.join('\n')) &&
  Object.entries(values).every(([name, value]) => written.values[name] === value);

async function draw(
  tools: ConsoleTools,
  { now }: HttpRequest,
  reader: Reader,
  own: OwnClause,
  { wording, reason, message, instead, faults, isOvertaken }: Drawn,
): Promise<HttpResponse> {
  const { written, organisation, clause } = own;
  const faultAt = (field: string): string | undefined =>
    faults.find(({ at }) => at === field)?.text;
  const added = Object.entries(wording.values).find(
    ([name]) => !Object.hasOwn(written.values, name),
  );
  const waiting = changesOfRule(await tools.wordingChanges.ofClause([organisation], clause.id));
  const body = tools.render('console/templates/wording.njk', {
    ...frameOf(reader, own),
    text: wording.text,
    asks: (wording.asks ?? written.asks).join('\n'),
    reason,
    message,
    instead,
    base: baseOfClause(own),
    values: Object.keys(written.values).map((name) => ({
      name,
      field: valueField(name),
      value: wording.values[name] ?? written.values[name],
      problem: faultAt(valueField(name)),
    })),
    added: { name: added?.[0], value: added?.[1] },
    faults: faults.map(({ at, text }) => ({ text, href: `#${fieldOf(at, added?.[0])}` })),
    at: {
      text: faultAt('text'),
      asks: faultAt('asks'),
      reason: faultAt('reason'),
      newName: faultAt('new-name'),
      newValue: added && faultAt(valueField(added[0])),
    },
    hasErrors: faults.length > 0,
    isOvertaken,
    waiting: await Promise.all(
      waiting
        .filter(({ id, state }) => state === 'waiting' && id !== instead)
        .map(async ({ id, by, at, withdraws }) => ({
          href: wordingChangeAddress(id),
          withdraws,
          by: (await tools.directory.person(by))?.name ?? by,
          when: whenInWords(at, now),
        })),
    ),
  });
  return page(body, isOvertaken ? 409 : faults.length > 0 ? 422 : 200);
}

/** A figure that was only just named has no field of its own yet. */
const fieldOf = (at: string, added: string | undefined): string =>
  added !== undefined && at === valueField(added) ? 'new-value' : at;

function previewPage(
  tools: ConsoleTools,
  reader: Reader,
  own: OwnClause,
  { wording, reason, message, instead, base }: WordingForm,
  then: string,
  preview: Preview,
): HttpResponse {
  const body = tools.render('console/templates/wording-preview.njk', {
    ...frameOf(reader, own),
    address: WORDING,
    hidden: {
      clause: own.clause.id,
      message,
      base,
      instead,
      text: wording.text,
      ...(wording.asks && { asks: wording.asks.join('\n') }),
      reason,
      ...Object.fromEntries(
        Object.entries(wording.values).map(([name, value]) => [valueField(name), value]),
      ),
    },
    asks: asksOf(own.written, wording),
    reason,
    then: markdown.render(then),
    preview,
  });
  return page(body);
}

const frameOf = (reader: Reader, { organisation, clause, national }: OwnClause) => ({
  ...consoleFrame(reader, 'knowledge'),
  heading: clause.heading,
  clause: { id: clause.id, href: clauseAddress(clause.id) },
  organisation: reader.organisations.get(organisation) ?? organisation,
  now: markdown.render(clause.text),
  national: national && { heading: national.heading, html: markdown.render(national.text) },
});

/** The same words whether it does not exist, is withdrawn or is not this reader's. */
export const noRule = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'knowledge'), 404, {
    heading: 'We can’t find that own rule',
    says: [
      'The address may be wrong, the rule may have been withdrawn, or it is another organisation’s.',
      'National clauses cannot be changed here.',
    ],
    kept: wordsIn(request),
    links: [{ text: 'Your own rules', href: '/console/knowledge#own-rules' }],
  });
