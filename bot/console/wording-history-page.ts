/** How one own rule was worded since it began: who changed it, when and why; any of it can be put forward again. */
import { z } from 'zod';
import { writtenClause } from '../../knowledge';
import { longDay, today } from '../calendar/days';
import type { HttpRequest, HttpResponse } from '../http/route';
import { page } from '../web/page';
import { MessageName } from '../web/message-name';
import { asksOf } from './asks-of';
import { checkDraft } from './check-draft';
import {
  clauseAddress,
  policyHealthAddress,
  wordingChangeAddress,
  wordingHistoryAddress,
} from './clause-address';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { notice } from './notice';
import { ownClause } from './own-clause';
import { proposeWording, standing } from './propose-wording';
import { sayWording } from './say-wording';
import { wordingTag } from './wording-change-page';
import { changesOfRule, type WordingChange } from './wording-changes';
import { rewordings, type Reworded } from './wording-history';
import { noRule } from './wording-page';
import { whatDiffers } from './what-differs';
import { whenInWords } from './when';
import { policyOf } from './worse-ratings';
import { withForm } from './with-form';

const Form = z.object({
  clause: z.string().min(1).max(300),
  message: MessageName,
  /** Its place in the history, which only grows. */
  version: z.coerce.number().int().min(0),
});

async function historyOf(
  { policies, variations }: ConsoleTools,
  organisations: readonly string[],
  id: string,
): Promise<{ readonly organisation: string; readonly versions: readonly Reworded[] } | undefined> {
  const organisation = organisations.find((one) => id.startsWith(`${one}/`));
  const policy = policyOf(policies, id);
  if (organisation === undefined || policy === undefined) return undefined;
  const all = rewordings(await variations.history(organisation), policy);
  const versions = all.filter(({ clause }) => clause === id);
  return versions.length === 0 ? undefined : { organisation, versions };
}

export async function showWordingHistory(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const id = request.query.get('clause') ?? '';
  const history = await historyOf(tools, reader.may.knowledge, id);
  if (history === undefined) return noRule(tools, request, reader);
  const { organisation, versions } = history;
  const changes = await tools.wordingChanges.ofClause([organisation], id);
  const mayChange = reader.may.wording.includes(organisation);
  const newest = versions.at(-1)?.became;
  const shown = await Promise.all(
    versions.map((version) => showVersion(tools, request, version, changes)),
  );
  const body = tools.render('console/templates/wording-history.njk', {
    ...consoleFrame(reader, 'knowledge'),
    heading: versions.at(-1)?.heading,
    clause: {
      id,
      href:
        newest === undefined
          ? policyHealthAddress(policyOf(tools.policies, id) ?? '')
          : clauseAddress(id),
    },
    organisation: reader.organisations.get(organisation) ?? organisation,
    versions: shown
      .map((version, number) => ({
        ...version,
        number,
        message: tools.newId(),
        canBePutBack:
          mayChange &&
          newest !== undefined &&
          versions[number]?.became !== undefined &&
          sayAll(versions[number].became) !== sayAll(newest),
      }))
      .toReversed(),
    others: await Promise.all(
      changesOfRule(changes)
        .filter(({ state }) => state !== 'published')
        .map(async (change) => ({
          href: wordingChangeAddress(change.id),
          state: wordingTag(change),
          by: (await tools.directory.person(change.by))?.name ?? change.by,
          when: whenInWords(change.at, request.now),
        })),
    ),
  });
  return page(body);
}

async function showVersion(
  { directory }: ConsoleTools,
  { now }: HttpRequest,
  { at, by, change: name, was, became }: Reworded,
  changes: readonly WordingChange[],
) {
  const nameOf = async (id: string) => (await directory.person(id))?.name ?? id;
  const change = changes.find(({ id }) => id === name);
  const [markedWas, markedBecame] = whatDiffers(said(was), said(became));
  return {
    when: whenInWords(at, now),
    isFirst: was === undefined,
    isSeed: by === 'seed',
    isGone: became === undefined,
    was: markedWas,
    became: markedBecame,
    began: said(became),
    asks: asksOf({ text: '', values: {}, ...was }, { text: '', values: {}, ...became }),
    by: await nameOf(by),
    writer: change && (await nameOf(change.by)),
    isAlone: change?.by === by,
    reason: change?.reason,
    href: change && wordingChangeAddress(change.id),
  };
}

/** Its words, and the ways of asking for it. */
const sayAll = (clause: NonNullable<Reworded['became']>): string =>
  [sayWording(clause), ...clause.asks].join('\n');

const said = (clause: Reworded['became']): string =>
  clause === undefined ? '' : sayWording(clause);

/** One press puts the old words forward again; they are approved as any others. */
export const putWordingBack = withForm(Form, async (tools, request, reader, form) => {
  const own = await ownClause(tools, reader.may.wording, form.clause);
  const history = await historyOf(tools, reader.may.wording, form.clause);
  const version = history?.versions[form.version];
  if (own === undefined || version === undefined) return noRule(tools, request, reader);
  const old = writtenClause(version.content, own.clause.number);
  if (old === undefined) return noRule(tools, request, reader);
  const wording = { text: old.text, values: old.values, asks: old.asks };
  const checked = await checkDraft(tools, own, wording, request.now);
  if (checked.kind === 'faulty')
    return notice(tools, consoleFrame(reader, 'knowledge'), 422, {
      heading: 'Those words cannot be put back as they were',
      says: checked.faults.map(({ text }) => text),
      kept: old.text,
      links: [{ text: 'Back to the history', href: wordingHistoryAddress(own.clause.id) }],
    });
  const reason = `Puts back the wording of ${longDay(today(version.at))}.`;
  const written = { ...standing(own), id: form.message, wording, reason };
  return proposeWording(tools, request, reader, own, written);
});
