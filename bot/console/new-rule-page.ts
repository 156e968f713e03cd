/**
 * Where a policy owner writes an own rule that their organisation does not have yet: in place of a
 * national clause, or beside the policy. As with changed wording, they see what it does to answers
 * first, and a second person approves it.
 */
import type { HttpRequest, HttpResponse } from '../http/route';
import { seeOther } from '../http/route';
import { page } from '../web/page';
import { markdown } from '../web/policy-markdown';
import { valueField, type Fault } from './fault';
import { NEW_RULE, policyHealthAddress, wordingChangeAddress } from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { checkNewRule, newRuleId } from './new-rule';
import { ADDS, readNewRuleForm, type NewRuleForm } from './new-rule-form';
import { formName } from './form-name';
import { notice } from './notice';
import { outOfDate } from './not-taken';
import { placeOf, type RulePlace } from './own-clause';
import { proposeWording } from './propose-wording';
import { tryDraft, type Preview } from './try-draft';
import { reasonFaults } from './wording-form';
import { wordsIn } from './words-in';

type Drawn = Pick<
  NewRuleForm,
  'policy' | 'organisation' | 'message' | 'instead' | 'replaces' | 'rule' | 'wording' | 'reason'
> & { readonly faults: readonly Fault[] };

/** With the words of an earlier change, where its id stands in the address. */
export async function showNewRule(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const { query } = request;
  const policy = query.get('policy') ?? '';
  const earlier = await tools.wordingChanges.find(reader.may.wording, query.get('change') ?? '');
  const isNewRule = earlier?.rule != null && earlier.policy === policy;
  const wanted = Number(/\.(\d+)$/.exec(query.get('clause') ?? '')?.[1]);
  const from: Drawn = isNewRule
    ? {
        ...earlier,
        rule: earlier.rule,
        wording: { ...earlier.wording, asks: earlier.wording.asks ?? [] },
        message: tools.newId(),
        instead: earlier.state === 'waiting' ? earlier.id : '',
        replaces: earlier.rule.replaces ?? ADDS,
        faults: [],
      }
    : {
        policy,
        organisation: organisationIn(reader, query.get('organisation')),
        message: tools.newId(),
        instead: '',
        replaces: Number.isNaN(wanted) ? undefined : wanted,
        rule: { heading: '', question: '', replaces: null },
        wording: { text: '', values: {}, asks: [] },
        reason: '',
        faults: [],
      };
  return draw(tools, request, reader, from);
}

const organisationIn = ({ may, person }: Reader, asked: string | null): string =>
  may.wording.find((one) => one === asked) ??
  may.wording.find((one) => one === person.organisation) ??
  '';

export async function takeNewRule(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = readNewRuleForm(request.body);
  if (form === undefined || !reader.may.wording.includes(form.organisation))
    return outOfDate(tools, request, reader, 422);
  const again = (faults: readonly Fault[]) => draw(tools, request, reader, { ...form, faults });
  if (form.do === 'edit') return again([]);
  const { organisation, policy, rule, wording } = form;
  // The second press of the same form: what they wanted is so.
  const change = changeName(form);
  const sent = await tools.wordingChanges.find([organisation], change);
  if (sent !== undefined) return seeOther(wordingChangeAddress(sent.id));
  const place = await placeOf(tools, organisation, policy, rule.replaces);
  if (place === undefined) return outOfDate(tools, request, reader, 422);
  const id = await newRuleId(tools, place);
  const checked = await checkNewRule(tools, place, id, form, request.now);
  const faults = [
    ...(form.replaces === undefined ? [NOT_CHOSEN] : []),
    ...(checked.kind === 'faulty' ? checked.faults : []),
    ...reasonFaults(form.reason),
  ];
  if (faults.length > 0 || checked.kind === 'faulty') return again(faults);
  if (form.do === 'send') {
    const was = { text: '', values: {}, asks: [] };
    const { reason } = form;
    const written = { id: change, clause: id, rule, withdraws: false, was, wording, reason };
    return proposeWording(tools, request, reader, place, written, form.instead);
  }
  const preview = await tryDraft(tools, request, reader, place, checked.draft);
  return previewPage(tools, reader, place, form, checked.draft.changed.text, preview);
}

/** Other words, or the same for another organisation, are another change: none of them is lost. */
const changeName = ({ message, policy, organisation, rule, wording, reason }: NewRuleForm) =>
  formName(message, policy, organisation, JSON.stringify([rule, wording]), reason);

const NOT_CHOSEN: Fault = {
  at: 'replaces',
  text: 'Choose the national clause that it takes the place of, or none',
};

async function draw(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  drawn: Drawn,
): Promise<HttpResponse> {
  const { rule, wording, faults, organisation } = drawn;
  const policy = tools.policies.policy(drawn.policy);
  if (policy === undefined || organisation === '') return noPlace(tools, request, reader);
  const faultAt = (field: string): string | undefined =>
    faults.find(({ at }) => at === field)?.text;
  const figures = Object.entries(wording.values);
  // What is wrong with a name stands where it was written.
  const added = faultAt('new-name') === undefined ? undefined : figures.at(-1);
  const body = tools.render('console/templates/new-rule.njk', {
    ...frameOf(reader, drawn.policy, policy.meta.title),
    ...drawn,
    rule,
    text: wording.text,
    asks: wording.asks.join('\n'),
    values: figures
      .filter((one) => one !== added)
      .map(([name, value]) => ({
        name,
        field: valueField(name),
        value,
        problem: faultAt(valueField(name)),
      })),
    added: { name: added?.[0], value: added?.[1] },
    organisations: reader.may.wording.map((value) => ({
      value,
      text: reader.organisations.get(value) ?? value,
      selected: value === organisation,
    })),
    places: [
      { value: '', text: 'Choose' },
      {
        value: ADDS,
        text: 'None: the national policy has no such rule',
        selected: drawn.replaces === ADDS,
      },
      ...policy.clauses.map(({ number, heading }) => ({
        value: number,
        text: heading,
        selected: drawn.replaces === number,
      })),
    ],
    faults: faults.map(({ at, text }) => ({ text, href: `#${at}` })),
    at: Object.fromEntries(faults.map(({ at, text }) => [at, text])),
    hasErrors: faults.length > 0,
  });
  return page(body, faults.length > 0 ? 422 : 200);
}

function previewPage(
  tools: ConsoleTools,
  reader: Reader,
  { organisation, policy, national }: RulePlace,
  form: NewRuleForm,
  then: string,
  preview: Preview,
): HttpResponse {
  const { rule, wording } = form;
  const body = tools.render('console/templates/wording-preview.njk', {
    ...frameOf(reader, form.policy, policy.meta.title),
    heading: rule.heading,
    isNew: true,
    organisation: reader.organisations.get(organisation) ?? organisation,
    address: NEW_RULE,
    hidden: {
      policy: form.policy,
      organisation,
      message: form.message,
      instead: form.instead,
      replaces: form.replaces,
      heading: rule.heading,
      question: rule.question,
      text: wording.text,
      asks: wording.asks.join('\n'),
      reason: form.reason,
      ...Object.fromEntries(
        Object.entries(wording.values).map(([name, value]) => [valueField(name), value]),
      ),
    },
    question: rule.question,
    asks: { added: wording.asks, gone: [] },
    reason: form.reason,
    then: markdown.render(then),
    national: national && { html: markdown.render(national.text) },
    preview,
  });
  return page(body);
}

const frameOf = (reader: Reader, policy: string, title: string) => ({
  ...consoleFrame(reader, 'knowledge'),
  policyTitle: title,
  policyHref: policyHealthAddress(policy),
});

/** The same words whether there is no such policy, or it is not this reader's to write beside. */
const noPlace = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'knowledge'), 404, {
    heading: 'We can’t find that policy',
    says: ['The address may be wrong, or the policy may have been taken out.'],
    kept: wordsIn(request),
    links: [{ text: 'See all policies', href: '/console/knowledge#policies' }],
  });
