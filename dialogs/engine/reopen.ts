/** A request that was sent, as a draft again: changed and confirmed, it takes the place of the first. */
import { findService } from '../catalogue/services';
import type { Draft, Request } from '../request';
import type { Asker } from './asker';
import { factsOfPerson } from './gather';
import { postOf } from './post-field';
import type { StartIds } from './start';

/** @returns undefined where its service left the catalogue */
export function reopen(
  { id: replaces, service: serviceId, fields, post, files }: Request,
  asker: Asker,
  { draft: id, nonce, person, now }: StartIds,
): Draft | undefined {
  const service = findService(serviceId);
  if (service === undefined) return undefined;
  const at = now.toISOString();
  return {
    id,
    person,
    service: service.id,
    serviceVersion: service.version,
    fields,
    skipped: [],
    stage: 'confirming',
    asked: null,
    misses: 0,
    filledIn: { ...postOf(post, asker), ...aboutPerson(fields.person, asker) },
    nonce,
    startedAt: at,
    updatedAt: at,
    replaces,
    ...(files !== undefined && { files }),
  };
}

function aboutPerson(name: unknown, { reports }: Asker): Readonly<Record<string, string>> {
  const report = reports.find((one) => one.name === name);
  return report === undefined ? {} : factsOfPerson(report);
}
