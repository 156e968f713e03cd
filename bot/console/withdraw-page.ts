/**
 * Where a policy owner asks that an own rule be said no longer. They see at once what people will
 * be told instead, and say why; as with any change, a second person approves it.
 */
import { z } from 'zod';
import { figuresLost } from '../../dialogs';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { MessageName } from '../web/message-name';
import { markdown } from '../web/policy-markdown';
import { clauseAddress, WITHDRAW, wordingChangeAddress } from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { formName } from './form-name';
import { baseOfClause, ownClause, type OwnClause } from './own-clause';
import { proposeWording, standing } from './propose-wording';
import { tryDraft } from './try-draft';
import { whenInWords } from './when';
import { withForm } from './with-form';
import { checkWithdrawal } from './withdrawn-draft';
import { changesOfRule } from './wording-changes';
import { reasonFaults } from './wording-form';
import { noRule } from './wording-page';

const Form = z.object({
  clause: z.string().min(1).max(300),
  message: MessageName,
  /** Of the wording that was looked at: see `baseOf`. */
  base: z.string().max(100).default(''),
  reason: z.string().trim().default(''),
});

interface Drawn {
  readonly reason: string;
  readonly problem?: string;
  readonly isOvertaken?: boolean;
}

export async function showWithdrawal(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const own = await ownClause(tools, reader.may.wording, request.query.get('clause') ?? '');
  return own === undefined
    ? noRule(tools, request, reader)
    : draw(tools, request, reader, own, { reason: '' });
}

export const takeWithdrawal = withForm(Form, async (tools, request, reader, form) => {
  const { clause, message, base, reason } = form;
  const id = formName(message, clause, 'withdraw', reason);
  // The second press of the same form: what they wanted is so.
  const sent = await tools.wordingChanges.find(reader.may.wording, id);
  if (sent !== undefined) return seeOther(wordingChangeAddress(sent.id));
  const own = await ownClause(tools, reader.may.wording, clause);
  if (own === undefined) return noRule(tools, request, reader);
  if (base !== baseOfClause(own))
    return draw(tools, request, reader, own, { reason, isOvertaken: true });
  const [fault] = reasonFaults(reason);
  if (fault !== undefined)
    return draw(tools, request, reader, own, { reason, problem: fault.text });
  const checked = await checkWithdrawal(tools, own, request.now);
  if (checked.kind === 'faulty') return draw(tools, request, reader, own, { reason });
  const nothing = { text: '', values: {}, asks: [] };
  const written = { ...standing(own), id, withdraws: true, wording: nothing, reason };
  return proposeWording(tools, request, reader, own, written);
});

async function draw(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  own: OwnClause,
  { reason, problem, isOvertaken = false }: Drawn,
): Promise<HttpResponse> {
  const { clause, organisation, policy, national } = own;
  const checked = await checkWithdrawal(tools, own, request.now);
  const isSound = checked.kind === 'sound';
  const waiting = changesOfRule(await tools.wordingChanges.ofClause([organisation], clause.id));
  const body = tools.render('console/templates/withdraw.njk', {
    ...consoleFrame(reader, 'knowledge'),
    heading: clause.heading,
    clause: { id: clause.id, href: clauseAddress(clause.id) },
    policyTitle: policy.meta.title,
    organisation: reader.organisations.get(organisation) ?? organisation,
    now: markdown.render(clause.text),
    national: national && markdown.render(national.text),
    checks: checksAfter(own),
    faults: isSound ? [] : checked.faults,
    preview: isSound ? await tryDraft(tools, request, reader, own, checked.draft) : undefined,
    waiting: await Promise.all(
      waiting
        .filter(({ state }) => state === 'waiting')
        .map(async ({ id, by, at }) => ({
          href: wordingChangeAddress(id),
          by: (await tools.directory.person(by))?.name ?? by,
          when: whenInWords(at, request.now),
        })),
    ),
    address: WITHDRAW,
    message: tools.newId(),
    base: baseOfClause(own),
    reason,
    problem,
    isOvertaken,
    hasErrors: problem !== undefined,
  });
  return page(body, isOvertaken ? 409 : problem !== undefined || !isSound ? 422 : 200);
}

/** What requests are held against once the rule is gone, where that is something else. */
export const checksAfter = ({
  clause,
  national,
}: Pick<OwnClause, 'clause' | 'national'>): readonly string[] =>
  clause.replaces === null
    ? []
    : figuresLost(clause.replaces, clause.values, {}).map(({ name, services, was }) => {
        const titles = services.map((title) => `“${title}”`).join(' and ');
        const then = national?.values[name];
        return then === undefined
          ? `Requests of the kind ${titles} are not checked against ${was} any more.`
          : `Requests of the kind ${titles} are checked against ${then}, not ${was}.`;
      });
