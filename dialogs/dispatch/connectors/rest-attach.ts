/**
 * Sends the files of a request after it, each once: the receiver is asked for a file of that name
 * before it is sent, so that a call that timed out after its work is not repeated.
 */
import type { Request } from '../../request';
import { Refused, TryLater } from '../connector';
import { filesOf, type FileToSend, type ReadFile } from '../files-of';
import { call, recordsOf, type Sending, trouble } from './rest-call';
import type { RestMapping } from './rest-mapping';

/** @param record what they are attached to */
export async function attachFiles(
  sending: Sending,
  request: Request,
  record: string | undefined,
  readFile: ReadFile,
): Promise<void> {
  if (request.files === undefined || request.files.length === 0) return;
  const { name, mapping } = sending;
  const { attach } = mapping;
  if (attach === undefined) {
    throw new Refused(
      `${name} takes no files, but this request has some: add "attach" to its file.`,
    );
  }
  if (record === undefined) {
    throw new TryLater(`${name} has the request, but does not tell at "record" what it is.`);
  }
  for await (const file of filesOf(request, readFile)) {
    await attachOnce(sending, attach, record, file);
  }
}

async function attachOnce(
  before: Sending,
  attach: NonNullable<RestMapping['attach']>,
  record: string,
  { id, name: fileName, type: fileType, bytes: body }: FileToSend,
): Promise<void> {
  // A receiver that heeds idempotency keys must not take the second file for the first.
  const key = `${before.key}-${id.slice(0, 16)}`;
  const sending = { ...before, key, facts: { ...before.facts, record, fileName, fileType } };
  const { lookUp } = attach;
  const asked = { what: 'a file', places: { [lookUp.name]: fileName, [lookUp.record]: record } };
  const there = await recordsOf(sending, lookUp, asked, 'attach.lookUp');
  if (there.length > 0) return;
  const reply = await call(sending, 'POST', attach, { type: fileType, body });
  await reply.body?.cancel();
  if (!reply.ok) throw trouble(before.name, reply);
}
