/** Writes a confirmed request as a turn does: with its event `sent` and its delivery, in one transaction. */
import type { Stores } from '../../bot/storage/create-stores';
import type { Request } from '../../dialogs';

export async function confirmRequest(
  { conversations }: Stores,
  request: Request,
  system: string,
): Promise<void> {
  const reference = request.id;
  const at = new Date(request.confirmedAt);
  const committed = await conversations.commit({
    conversation: `conversation-of-${reference}`,
    message: 'yes',
    door: 'web',
    person: request.requestedBy,
    organisation: request.organisation,
    at,
    said: 'yes',
    sensitivity: 'none',
    reply: {
      version: 1,
      outcome: 'request',
      text: `Sent. Reference ${reference}.`,
      citations: [],
      buttons: [],
      offers: [],
      topics: [],
      request: { service: request.service, stage: 'submitted', fields: request.fields, reference },
      feedback: null,
      modelWritten: false,
    },
    interaction: null,
    trace: { found: [], why: 'confirmed', elapsedMs: 1 },
    state: {
      version: 1,
      introduced: true,
      focus: null,
      last: null,
      choices: [],
      lastSent: { reference, draft: request.draft, at: request.confirmedAt },
    },
    expectedVersion: 0,
    effects: [{ kind: 'request-confirmed', request, system }],
    returnAddress: null,
  });
  if (committed.kind !== 'committed')
    throw new Error(`The request was not kept: ${committed.kind}`);
}
