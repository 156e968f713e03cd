/**
 * One clause: its words, and the form that takes it out of answers or puts it back, at one
 * organisation. It counts from the next question on, in every process.
 */
import { z } from 'zod';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { markdown } from '../web/policy-markdown';
import { clauseAddress, policyHealthAddress } from './clause-address';
import { wordingLinks } from './clause-wording';
import { findClause, type ClauseFound } from './find-clause';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { isReason, REASON_LENGTH } from './reason';
import { whenInWords } from './when';
import { wordsIn } from './words-in';

const Form = z.object({
  clause: z.string().min(1).max(300),
  organisation: z.string().min(1).max(100),
  do: z.enum(['take-out', 'put-back']),
  /** Of one that is put back: when it was taken out, as its page showed it. */
  since: z.iso.datetime().optional(),
  reason: z.string().trim().default(''),
});
type Form = z.infer<typeof Form>;

interface Problem {
  readonly text: string;
  readonly form: Form;
}

export async function showClause(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const found = await findClause(tools, reader, request.query.get('id') ?? '');
  return found === undefined
    ? noClause(tools, request, reader)
    : clausePage(tools, request, reader, found);
}

/** The same form sent twice changes it once; of two people the second is told what the first did. */
export async function takeClauseForm(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = Form.safeParse(request.body).data;
  const found = form && (await findClause(tools, reader, form.clause));
  if (form === undefined || found === undefined || !mayChangeAt(reader, found, form.organisation))
    return noClause(tools, request, reader);
  const { reason, organisation, clause } = form;
  if (!isReason(reason)) {
    const text = `Say why in words, in ${REASON_LENGTH}`;
    return clausePage(tools, request, reader, found, { text, form });
  }
  const change = { organisation, clause, reason, by: reader.person.id, at: request.now };
  const done =
    form.do === 'take-out'
      ? await tools.withheld.takeOut(change)
      : await tools.withheld.putBack(change, new Date(form.since ?? 0));
  return done === 'done'
    ? seeOther(clauseAddress(clause))
    : overtaken(tools, request, reader, change);
}

/** Somebody else changed it meanwhile: what they did, and why, comes before what this one wanted. */
async function overtaken(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  { organisation, clause }: Pick<Form, 'organisation' | 'clause'>,
): Promise<HttpResponse> {
  const out = (await tools.withheld.list([organisation])).find((one) => one.clause === clause);
  const by = out && ((await tools.directory.person(out.by))?.name ?? out.by);
  return notice(tools, consoleFrame(reader, 'knowledge'), 409, {
    heading: 'Nothing was changed',
    says: [
      out === undefined
        ? 'Somebody has put it back into answers meanwhile.'
        : `${by ?? ''} took it out of answers, ${whenInWords(out.at, request.now)}: ${out.reason}`,
      'Open the clause again to see how it is now.',
    ],
    kept: wordsIn(request),
    links: [{ text: 'Open the clause again', href: clauseAddress(clause) }],
  });
}

const mayChangeAt = ({ may }: Reader, found: ClauseFound, organisation: string): boolean =>
  found.organisations.includes(organisation) && may.withhold.includes(organisation);

async function clausePage(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
  found: ClauseFound,
  problem?: Problem,
): Promise<HttpResponse> {
  const { now } = request;
  const { id, clause, policy, organisations } = found;
  const out = (await tools.withheld.list(organisations)).filter((one) => one.clause === id);
  const isOut = (organisation: string): boolean =>
    out.some((one) => one.organisation === organisation);
  const mayChange = organisations.filter((one) => reader.may.withhold.includes(one));
  const nameOf = (organisation: string): string =>
    reader.organisations.get(organisation) ?? organisation;
  const choices = mayChange
    .filter((one) => !isOut(one))
    .map((one) => ({
      value: one,
      text: nameOf(one),
      selected: problem?.form.organisation === one,
    }));
  const body = tools.render('console/templates/clause.njk', {
    ...consoleFrame(reader, 'knowledge'),
    id,
    heading: clause?.heading ?? id,
    words: clause === undefined ? null : markdown.render(clause.text),
    version: clause?.version,
    policy: policy && { title: policy.meta.title, href: policyHealthAddress(policy.meta.id) },
    ownOf: found.ownOf && nameOf(found.ownOf),
    out: await Promise.all(
      out.map(async ({ organisation, reason, by, at }) => ({
        organisation,
        name: nameOf(organisation),
        reason,
        by: (await tools.directory.person(by))?.name ?? by,
        when: whenInWords(at, now),
        since: at.toISOString(),
        mayChange: mayChange.includes(organisation),
        problem: problem?.form.do === 'put-back' && problem.form.organisation === organisation,
      })),
    ),
    choices,
    wording: await wordingLinks(tools, request, reader, found),
    problem,
    hasErrors: problem !== undefined,
  });
  return page(body, problem === undefined ? 200 : 422);
}

/** The same words whether it does not exist or is not this reader's. */
const noClause = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'knowledge'), 404, {
    heading: 'We can’t find that clause',
    says: ['The address may be wrong, or it is another organisation’s own rule.'],
    kept: wordsIn(request),
    links: [{ text: 'Knowledge health', href: '/console/knowledge' }],
  });
