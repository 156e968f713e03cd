/** Fetches the files of a message and takes them in, one after another: what could not be had is told by name. */
import type { TurnContext } from 'botbuilder';
import type { IncomingFile, Intake, TakenIn } from '../attachments/take-in';
import { connectorOf } from './connector-patches';
import { fetchFile, readAtMost, type Fetched, type FetchLimits } from './fetch-file';
import type { SharedFile } from './read-files';
import { conversationName, type Tools } from './tools';
import type { Activity } from './activity';
import { withDeadline } from './within';

/** None may be taken of files that cannot be had, so these are counted too; what is left out is told by number. */
const MOST_ASKED_FOR = 10;

export interface Brought {
  readonly activity: Activity;
  readonly context: TurnContext;
  readonly message: string;
}

export async function bringFiles(
  { patience, settings, clock, log }: Tools,
  intake: Intake,
  files: readonly SharedFile[],
  { activity, context, message }: Brought,
): Promise<TakenIn> {
  const loopbackToo = settings.appId === undefined;
  const by = { conversation: conversationName(activity), message, at: clock() };
  const taken = await withDeadline(patience.fetchWithinMs, (signal) => {
    const limits = { mostBytes: intake.mostBytes, signal, loopbackToo };
    return intake.takeIn(fetchEach(files.slice(0, MOST_ASKED_FOR), context, limits), by);
  });
  const missing = taken.refused.filter(({ problem }) => problem === 'not-fetched').length;
  if (missing > 0) log.warn({ event: 'teams.files-not-fetched', files: missing });
  return taken;
}

async function* fetchEach(
  files: readonly SharedFile[],
  context: TurnContext,
  limits: FetchLimits,
): AsyncGenerator<IncomingFile> {
  for (const file of files) yield { name: file.name, ...(await fetchOne(file, context, limits)) };
}

async function fetchOne(
  file: SharedFile,
  context: TurnContext,
  limits: FetchLimits,
): Promise<Fetched> {
  try {
    return file.kind === 'shared'
      ? await fetchFile(file.address, limits)
      : await fetchInline(file, context, limits);
  } catch {
    return { problem: 'not-fetched' };
  }
}

/** From the channel that the message came from, whose address was checked; the SDK adds its token. */
async function fetchInline(
  { attachment, view }: Extract<SharedFile, { kind: 'inline' }>,
  context: TurnContext,
  { mostBytes, signal }: FetchLimits,
): Promise<Fetched> {
  if (attachment === '') return { problem: 'not-fetched' };
  const got = await connectorOf(context).attachments.getAttachment(attachment, view, {
    abortSignal: signal,
  });
  const body = got.readableStreamBody as AsyncIterable<Uint8Array> | undefined; // Node's stream, of which the SDK's type tells less
  return body === undefined ? { problem: 'not-fetched' } : readAtMost(body, undefined, mostBytes);
}
