/** A request begins: with what the sentence already said, or with the reason why it cannot. */
import type { Draft, ServiceDefinition } from '../../dialogs';
import { wording } from '../wording';
import { kindlyBegun } from './after-loss';
import { careFor, underSupport } from './begun-with-care';
import { closed, opening } from './draft-shown';
import { playStep } from './play-step';
import { plainly, type Played, type Scene } from './room';
import type { Effect } from './store';

/**
 * Starts a service with what the sentence already said.
 *
 * @param before a draft that it takes the place of, with what both ask for
 */
export async function startRequest(
  scene: Scene,
  service: ServiceDefinition,
  text: string,
  before?: Draft,
): Promise<Played> {
  const { asking, tools, turn, opened } = scene;
  const { refused } = wording;
  if (!asking.mayRequest)
    return plainly({ outcome: 'refused', text: refused.strangerRequests }, 'stranger');
  if (service.audience === 'manager' && !asking.asker.isManager) {
    return plainly(
      { outcome: 'refused', text: refused.notManager(service.title) },
      'not a manager',
    );
  }
  // One unfinished request of a kind: starting again takes the place of the old one.
  const ends = [service.id, ...service.endsDraftsOf];
  const old = opened.drafts.filter(
    ({ draft }) => ends.includes(draft.service) || draft.id === before?.id,
  );
  const draft = tools.newId();
  const care = careFor(text, asking.asker, scene.suspected);
  const ids = { draft, nonce: tools.newId(), now: turn.at, person: asking.id };
  const step =
    before === undefined
      ? tools.dialogs.start(service, care.asked, asking.asker, ids)
      : tools.dialogs.startInstead(service, before, asking.asker, ids);
  const at = turn.at.toISOString();
  const effects: Effect[] = [
    ...old.flatMap(({ draft: { id }, version }): Effect[] => closed(id, version, 'cancelled', at)),
    opening(scene, draft, service.id),
  ];
  const begun = await underSupport(scene, await playStep(scene, step, 0), care, text);
  const played = kindlyBegun(scene, begun, service, text);
  return { ...played, effects: [...effects, ...played.effects] };
}
