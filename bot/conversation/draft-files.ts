/** What a draft's files have to say in its questions and its read-back, and the buttons that go with them. */
import type { Draft, ServiceDefinition } from '../../dialogs';
import { wording } from '../wording';
import type { Button, Upload } from './reply';
import type { Scene } from './room';

/** @returns what may be added; undefined where the service, its receiver or this door takes none */
export function attachesOf(
  { tools, asking }: Scene,
  service: ServiceDefinition,
): ServiceDefinition['attaches'] {
  const { attaching, routes } = tools;
  const organisation = asking.organisation?.id;
  if (attaching === undefined || organisation === undefined) return undefined;
  return attaching.isTakenBy(routes(organisation, service.id)) ? service.attaches : undefined;
}

export function uploadOf(scene: Scene, service: ServiceDefinition, draft: Draft): Upload | null {
  const attaches = attachesOf(scene, service);
  const most = (scene.tools.attaching?.most ?? 0) - (draft.files?.length ?? 0);
  return attaches === undefined || most <= 0
    ? null
    : { draft: draft.id, what: attaches.what, most };
}

/** Said with the read-back. */
export function fileWords(scene: Scene, service: ServiceDefinition, draft: Draft): string {
  const count = draft.files?.length ?? 0;
  const attaches = attachesOf(scene, service);
  if (count === 0) return attaches === undefined ? '' : wording.files.invite(attaches.what);
  return service.approver === 'manager' ? wording.files.notForManager : '';
}

export function takeOutButtons({ id: draft, files = [] }: Draft): Button[] {
  if (files.length === 0) return [];
  return [{ label: wording.files.takeOut(files.length), press: { kind: 'take-out-file', draft } }];
}
