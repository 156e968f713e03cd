/**
 * From an answer that was not right to a question that is asked again: the reviewer sees the
 * question as it will be kept, without names, and names the clauses that are the right answer.
 */
import { z } from 'zod';
import { london } from '../calendar/days';
import { reviewableBy } from '../directory/people-team';
import { seeOther, type HttpRequest, type HttpResponse } from '../http/route';
import { page } from '../web/page';
import { MessageName } from '../web/message-name';
import { StaffGroup } from '../../knowledge';
import { clausesOf, type ClauseChoice, type Clauses } from './clauses-of';
import { consoleFrame, type ConsoleTools, type Reader } from './console-parts';
import { formName } from './form-name';
import { createMask } from './mask';
import { notice } from './notice';
import { REGRESSIONS } from './show-led-to';
import { noReview, reviewAddress } from './review-queue-page';
import type { Reviewed } from './reviews';
import { staffGroupChoices } from './staff-groups';
import { wordsIn } from './words-in';
import { withForm } from './with-form';

const LONGEST_TEXT = 4000;
const MOST_FOUND_SHOWN = 5;
/** Before the id of a clause that is ticked: a form has each name once. */
const TICKED = 'right-';

const Form = z.object({
  message: MessageName,
  do: z.enum(['search', 'keep']),
  text: z.string().transform((text) => text.replaceAll('\r\n', '\n').trim()),
  staffGroup: StaffGroup,
  search: z.string().max(200).default(''),
  address: z.string().max(300).default(''),
});
const Fields = z.record(z.string(), z.unknown());

interface Drawn {
  readonly text: string;
  readonly staffGroup: StaffGroup;
  readonly search: string;
  readonly address: string;
  readonly ticked: readonly ClauseChoice[];
  readonly message: string;
  readonly problem?: { readonly text: string; readonly href: string };
}

export async function openRegression(
  tools: ConsoleTools,
  request: HttpRequest,
  reader: Reader,
): Promise<HttpResponse> {
  const found = await foundBy(tools, request, reader);
  if (found === undefined) return noReview(tools, request, reader);
  const person = await tools.directory.person(found.interaction.person);
  const drawn = {
    text: await masked(tools, request, found.said ?? ''),
    staffGroup: person?.posts[0].staffGroup ?? 'agenda-for-change',
    search: '',
    address: '',
    ticked: [],
    message: tools.newId(),
  };
  return draw(tools, request, reader, found, drawn);
}

export const keepRegression = withForm(Form, async (tools, request, reader, form) => {
  const found = await foundBy(tools, request, reader);
  if (found === undefined) return noReview(tools, request, reader);
  const clauses = await clausesOf(tools, found.organisation);
  const named = form.address.trim() === '' ? undefined : clauses.at(form.address);
  const isUnknown = form.address.trim() !== '' && named === undefined;
  const ticked = unique([...tickedIn(request.body, clauses), ...(named ? [named] : [])]);
  const drawn = { ...form, address: isUnknown ? form.address : '', ticked };
  const problem = isUnknown ? NO_SUCH_CLAUSE : form.do === 'keep' ? problemWith(drawn) : undefined;
  if (form.do === 'search' || problem !== undefined)
    return draw(tools, request, reader, found, { ...drawn, ...(problem && { problem }) });
  const within = await reviewableBy(tools.directory, reader.person, reader.may.transcripts);
  // Whatever was typed into it meanwhile.
  const text = await masked(tools, request, form.text);
  const kept = await tools.regressions.keep(
    within,
    {
      id: formName(form.message, text, form.staffGroup, ...ticked.map(({ id }) => id)),
      interaction: found.interaction.id,
      text,
      staffGroup: form.staffGroup,
      clauses: ticked.map(({ id }) => id),
      by: reader.person.id,
    },
    request.now,
  );
  if (kept === 'other') return keptAlready(tools, request, reader);
  return kept === 'kept' ? seeOther(REGRESSIONS) : noReview(tools, request, reader);
});

const keptAlready = (tools: ConsoleTools, request: HttpRequest, reader: Reader): HttpResponse =>
  notice(tools, consoleFrame(reader, 'regressions'), 409, {
    heading: 'Your question was not kept',
    says: [
      'This answer has a regression question already, with other words or clauses.',
      'If yours is better, remove that one from the list and keep yours again.',
    ],
    kept: wordsIn(request),
    links: [
      { text: 'See the regression questions', href: REGRESSIONS },
      { text: 'Back to the form', href: request.path },
    ],
  });

const NO_SUCH_CLAUSE = { text: 'There is no clause at that address', href: '#address' };

function problemWith({ text, ticked }: Pick<Drawn, 'text' | 'ticked'>): Drawn['problem'] {
  if (text === '') return { text: 'Write the question', href: '#text' };
  if (text.length > LONGEST_TEXT)
    return { text: `Write at most ${LONGEST_TEXT} characters`, href: '#text' };
  return ticked.length === 0
    ? { text: 'Choose the clause that is the right answer', href: '#search' }
    : undefined;
}

const foundBy = async (
  tools: ConsoleTools,
  { params }: HttpRequest,
  { person, may }: Reader,
): Promise<Reviewed | undefined> =>
  tools.reviews.read(
    await reviewableBy(tools.directory, person, may.transcripts),
    params.interaction ?? '',
  );

async function masked(
  { directory }: ConsoleTools,
  { now }: HttpRequest,
  text: string,
): Promise<string> {
  return createMask(await directory.people(), london(now).year)(text);
}

const tickedIn = (body: unknown, clauses: Clauses): readonly ClauseChoice[] =>
  Object.keys(Fields.catch({}).parse(body)).flatMap((name) =>
    name.startsWith(TICKED) ? (clauses.at(name.slice(TICKED.length)) ?? []) : [],
  );

const unique = (choices: readonly ClauseChoice[]): readonly ClauseChoice[] => [
  ...new Map(choices.map((choice) => [choice.id, choice])).values(),
];

async function draw(
  tools: ConsoleTools,
  { params }: HttpRequest,
  reader: Reader,
  found: Reviewed,
  drawn: Drawn,
): Promise<HttpResponse> {
  const clauses = await clausesOf(tools, found.organisation);
  const search = drawn.search.trim();
  const offered = unique([
    ...drawn.ticked,
    ...(search === '' ? [] : clauses.find(search)),
    ...found.found.slice(0, MOST_FOUND_SHOWN).flatMap((id) => clauses.at(id) ?? []),
  ]);
  const ticked = new Set(drawn.ticked.map(({ id }) => id));
  const body = tools.render('console/templates/regression.njk', {
    ...consoleFrame(reader, 'regressions'),
    back: reviewAddress(params.interaction ?? ''),
    address: `${reviewAddress(params.interaction ?? '')}/regression`,
    drawn,
    hasErrors: drawn.problem !== undefined,
    organisation: reader.organisations.get(found.organisation) ?? found.organisation,
    groups: staffGroupChoices(drawn.staffGroup),
    offered: offered.map((choice) => ({
      ...choice,
      name: `${TICKED}${choice.id}`,
      isTicked: ticked.has(choice.id),
    })),
    nothingFound: search !== '' && clauses.find(search).length === 0,
  });
  return page(body, drawn.problem === undefined ? 200 : 422);
}
