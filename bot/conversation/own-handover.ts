/** Which handover a turn may go on with: the speaker’s own, with the employer that they have today. */
import type { Handover } from './handovers';
import type { Scene } from './room';
import type { Effect } from './store';

/** With their employer of today: what they asked of one before is not gone on with. */
export async function openHandover(scene: Scene): Promise<Handover | undefined> {
  const open = await anyOpen(scene);
  return open && isOfTheirs(scene, open) ? open : undefined;
}

/** The same whether there is none of that reference, it is somebody else's, or of an employer of before. */
export async function ownHandover(scene: Scene, id: string): Promise<Handover | undefined> {
  const { turn, asking, tools } = scene;
  if (turn.speaker.kind !== 'person') return undefined;
  const found = await tools.handovers.find(id);
  return found?.person === asking.id && isOfTheirs(scene, found) ? found : undefined;
}

const anyOpen = async ({ turn, asking, tools }: Scene): Promise<Handover | undefined> =>
  turn.speaker.kind === 'person' ? tools.handovers.openOf(asking.id) : undefined;

const isOfTheirs = ({ asking }: Scene, { organisation }: Handover): boolean =>
  organisation === asking.organisation?.id;

/** Nobody has two that are not closed: what was asked of an employer of before ends with the new one. */
export async function endElsewhere(scene: Scene): Promise<Effect[]> {
  const open = await anyOpen(scene);
  if (open === undefined || isOfTheirs(scene, open)) return [];
  return [{ kind: 'handover-ended', handover: open.id, by: await ownName(scene) }];
}

export const ownName = async ({ asking, tools }: Scene): Promise<string> =>
  (await tools.directory.person(asking.id))?.name ?? asking.id;
