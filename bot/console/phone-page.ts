/**
 * Somebody is on the phone: who is it, among those that this colleague may help? Each search is
 * written down before anything is shown. It is a posted form, so that no name stands in an address.
 */
import { z } from 'zod';
import { callNotice } from '../conversation/by-phone';
import { isUnderWay, type PhoneCall } from '../conversation/phone-calls';
import { sayContact } from '../conversation/people';
import type { Person } from '../directory/directory';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { wording } from '../wording';
import { callAddress } from './call-page';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { callerFor, findCallers } from './find-callers';

const MOST_SHOWN = 20;
const SHORTEST = 2;
const LONGEST = 100;

const Form = z.object({
  do: z.enum(['search', 'start']).catch('search'),
  who: z.string().trim().default(''),
  person: z.string().max(200).default(''),
  checked: z.string().optional(),
});

interface Shown {
  readonly who: string;
  /** Undefined before anybody searched. */
  readonly found?: readonly Person[];
  readonly chosen?: string;
  readonly problem?: { readonly text: string; readonly at: 'who' | 'person' | 'checked' };
}

export const openPhone = (tools: ConsoleTools, request: HttpRequest, reader: Reader) =>
  phonePage(tools, request, reader, { who: '' });

export async function takePhone(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const form = Form.safeParse(request.body).data;
  if (form === undefined) return seeOther('/console/phone');
  const { who, person, checked } = form;
  if (who.length < SHORTEST || who.length > LONGEST) {
    const text = `Write the caller’s name, place or e-mail, in ${SHORTEST} to ${LONGEST} letters`;
    return phonePage(tools, request, reader, { who, problem: { text, at: 'who' } });
  }
  const found = await search(tools, request, reader, who);
  const back = (text: string, at: 'person' | 'checked') =>
    phonePage(tools, request, reader, { who, found, chosen: person, problem: { text, at } });
  if (form.do === 'search') return phonePage(tools, request, reader, { who, found });
  const caller = await callerFor(tools, reader, person);
  if (caller === undefined) return back('Choose who is calling', 'person');
  if (checked === undefined) return back('Check who is calling, and say that you did', 'checked');
  return start(tools, request, reader, caller);
}

async function search(
  tools: ConsoleTools,
  { now: at }: HttpRequest,
  reader: Reader,
  what: string,
): Promise<readonly Person[]> {
  const { id: who } = reader.person;
  await tools.reading.audit({ at, who, did: 'searched-callers', what, reason: null });
  return findCallers(tools, reader, what);
}

/** The caller is told in their own chat: whoever is not on the phone learns of it. */
async function start(
  tools: ConsoleTools,
  { now }: HttpRequest,
  { person: { id, name } }: Reader,
  { id: caller, organisation }: Person,
): Promise<HttpResponse> {
  const helper = { id, name };
  const call = { id: tools.newCallReference(), helper, caller, organisation };
  const contacts = await tools.directory.contacts(organisation);
  const team = contacts.find(({ kind }) => kind === 'people-team');
  const contact = team === undefined ? wording.peopleTeamUnknown : sayContact(team, now);
  return seeOther(callAddress(await tools.calls.open(call, callNotice(call, contact), now)));
}

async function phonePage(
  tools: ConsoleTools,
  { now }: HttpRequest,
  reader: Reader,
  { who, found, chosen, problem }: Shown,
): Promise<HttpResponse> {
  const open = await tools.calls.openOf(reader.person.id);
  const body = tools.render('console/templates/phone.njk', {
    ...consoleFrame(reader, 'phone'),
    who,
    open: open && isUnderWay(open, now) ? await underWay(tools, open) : undefined,
    hasSearched: found !== undefined,
    callers: found?.slice(0, MOST_SHOWN).map((person) => showCaller(person, chosen)) ?? [],
    more: Math.max(0, (found?.length ?? 0) - MOST_SHOWN),
    hasErrors: problem !== undefined,
    problem,
  });
  return page(body, problem === undefined ? 200 : 422);
}

const underWay = async ({ directory }: ConsoleTools, { id, caller }: PhoneCall) => ({
  href: callAddress(id),
  name: (await directory.person(caller))?.name ?? caller,
});

const showCaller = ({ id, name, email, posts }: Person, chosen: string | undefined) => ({
  value: id,
  text: name,
  hint: { text: [...posts.map(({ title, place }) => `${title}, ${place}`), email].join(' · ') },
  checked: id === chosen,
});
