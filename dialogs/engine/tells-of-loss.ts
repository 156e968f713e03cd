/** Somebody who tells of a death or of a lost baby is met with that first, whatever was being asked of them. */
import { findService } from '../catalogue/services';
import { hasAnyPhrase } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import losses from '../catalogue/words/losses.json';
import { plain } from './plain';

export interface Loss {
  readonly kind: 'baby' | 'death';
  /** The leave for it. */
  readonly service: ServiceDefinition;
}

const KINDS = ['baby', 'death'] as const;

/** @returns undefined where nothing tells of a loss of their own, and of just now */
export function tellsOfLoss(text: string): Loss | undefined {
  const said = plain(text);
  if (hasAnyPhrase(losses.notWith, said)) return undefined;
  const kind = KINDS.find((one) => hasAnyPhrase(losses[one].phrases, said));
  const service = kind && findService(losses[kind].service);
  return kind && service && { kind, service };
}
