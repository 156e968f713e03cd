/** Fetches the files of a message and takes them in: what could not be had is told by name. */
import type { TurnContext } from 'botbuilder';
import type { SentFile } from '../attachments/examine-file';
import { shownName } from '../attachments/safe-name';
import type { Intake, RefusedFile } from '../attachments/take-in';
import type { FilesSent } from '../conversation/turn';
import { connectorOf } from './connector-patches';
import { fetchFile, readAtMost, type Fetched, type FetchLimits } from './fetch-file';
import type { SharedFile } from './read-files';
import { conversationName, type Tools } from './tools';
import type { Activity } from './activity';
import { withDeadline } from './within';

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
): Promise<FilesSent> {
  const sent: SentFile[] = [];
  const refused: RefusedFile[] = [];
  await withDeadline(patience.fetchWithinMs, async (signal) => {
    const loopbackToo = settings.appId === undefined;
    const limits = { mostBytes: intake.mostBytes, signal, loopbackToo };
    for (const file of files) {
      const fetched = await fetchOne(file, context, limits);
      if ('bytes' in fetched) sent.push({ name: file.name, bytes: fetched.bytes });
      else refused.push({ name: shownName(file.name), problem: fetched.problem });
    }
  });
  if (refused.length > 0) log.warn({ event: 'teams.files-not-fetched', files: refused.length });
  const conversation = conversationName(activity);
  const taken = await intake.takeIn(sent, { conversation, message, at: clock() });
  return { kind: 'files', files: taken.files, refused: [...refused, ...taken.refused] };
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
