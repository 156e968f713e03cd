/** Somebody who tells of a death or of a lost baby is met with that first, whatever was being asked of them. */
import { findService } from '../catalogue/services';
import { hasAnyPhrase } from '../catalogue/phrases';
import type { ServiceDefinition } from '../catalogue/schema';
import groups from '../catalogue/words/groups.json';
import losses from '../catalogue/words/losses.json';
import type { Asker } from './asker';
import { namesAsTokens } from './names-as-tokens';
import { plain } from './plain';

export interface Loss {
  readonly kind: 'baby' | 'death';
  /** The leave for it. */
  readonly service: ServiceDefinition;
}

const KINDS = ['baby', 'death'] as const;

const KIN = `(?:${groups.kin.join('|')})`;
/** "Tom Okafor's mum": what stands before the s; and a name that the directory knows, with no apostrophe. */
const SOMEBODYS = new RegExp(String.raw`(\p{L}+)['’]s\s+(?:\p{L}+\s+)?${KIN}\b`, 'iu');
const REPORTS = new RegExp(String.raw`\breportname (?:\w+ )?${KIN}\b`);

/** @returns undefined where nothing tells of a loss of their own, and of just now */
export function tellsOfLoss(text: string, reports: Asker['reports'] = []): Loss | undefined {
  const said = plain(text);
  const isTheirs = !hasAnyPhrase(losses.notWith, said) && !isSomebodyElses(text, said, reports);
  return isTheirs ? lossIn(said) : undefined;
}

/** "Tom Okafor's mum died, book me friday off" asks for no leave for that, unless it is named; nor does a cat that died. */
export function isForOthersLoss(
  service: ServiceDefinition,
  text: string,
  { reports }: Asker,
): boolean {
  const said = plain(text);
  if (hasAnyPhrase(service.named, said)) return false;
  const loss = lossIn(said);
  if (loss === undefined)
    return service.id === losses.death.service && hasAnyPhrase(losses.pets, said);
  return loss.service === service && isSomebodyElses(text, said, reports);
}

function lossIn(said: string): Loss | undefined {
  const kind = KINDS.find((one) => hasAnyPhrase(losses[one].phrases, said));
  const service = kind && findService(losses[kind].service);
  return kind && service && { kind, service };
}

/** "My husband's mum" is of one's own family all the same. */
function isSomebodyElses(text: string, said: string, reports: Asker['reports']): boolean {
  const owner = SOMEBODYS.exec(text)?.[1]?.toLowerCase();
  if (owner !== undefined) return !OWN.has(owner);
  return reports.length > 0 && REPORTS.test(namesAsTokens(said, reports));
}

/** The last words of a longer one too: "my little one's dad", "my mother in law's". */
const OWN = new Set([...groups.kin, 'one', 'law']);
