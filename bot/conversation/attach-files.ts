/** Files come to a request under way, and are taken out of it again. */
import { services, type AttachedFile } from '../../dialogs';
import { wording } from '../wording';
import { attachesOf } from './draft-files';
import { serviceOf } from './draft-shown';
import { asksToAdd, isTakeOut } from './file-words';
import { again } from './play-step';
import type { Button } from './reply';
import { focusOf, plainly, type FocusedDraft, type Played, type Scene } from './room';
import { isFormOpen } from './show-form';
import type { FilesSent } from './turn';

const words = wording.files;

export async function takeFiles(scene: Scene, sent: FilesSent): Promise<Played> {
  const to = draftFor(scene, sent);
  if (to === undefined) return dropped(scene, sent);
  const room = Math.max(0, (scene.tools.attaching?.most ?? 0) - (to.draft.files?.length ?? 0));
  const added = sent.files.slice(0, room);
  const rest = sent.files.slice(room);
  const unseen = sent.count - sent.files.length - sent.refused.length;
  const played = await withAdded(scene, to, added, [
    ...refusals(scene, sent),
    ...(rest.length + unseen > 0 ? [words.tooMany(scene.tools.attaching?.most ?? 0)] : []),
  ]);
  return dropping(played, rest);
}

/** The one that the door names; else the one that is talked about, or was last: also through the other door. */
function draftFor(scene: Scene, { draft: named }: FilesSent): FocusedDraft | undefined {
  const { drafts } = scene.opened;
  const takes = ({ draft }: FocusedDraft): boolean =>
    attachesOf(scene, serviceOf(scene, draft.service)) !== undefined;
  if (named !== undefined) return drafts.find((one) => one.draft.id === named && takes(one));
  const focus = focusOf(scene);
  return focus === undefined ? drafts.find(takes) : takes(focus) ? focus : undefined;
}

async function withAdded(
  scene: Scene,
  { draft: before, version }: FocusedDraft,
  added: readonly AttachedFile[],
  troubles: readonly string[],
): Promise<Played> {
  const { tools, turn } = scene;
  const ids = () => ({ nonce: tools.newId(), now: turn.at });
  const draft = added.reduce((one, file) => tools.dialogs.withFile(one, file, ids()), before);
  const names = (draft.files ?? []).slice(before.files?.length ?? 0).map(({ name }) => name);
  const told = [...(names.length > 0 ? [words.added(names)] : []), ...troubles].join(' ');
  return again(scene, { draft, version }, told);
}

/** Nothing that is open takes it: it is answered kindly, and not kept. */
async function dropped(scene: Scene, sent: FilesSent): Promise<Played> {
  const focus = focusOf(scene);
  const refused = refusals(scene, sent);
  if (focus !== undefined) {
    const { title } = serviceOf(scene, focus.draft.service);
    const told = sent.draft === undefined ? words.notForThis(title) : words.gone;
    return dropping(await again(scene, focus, told), sent.files);
  }
  const text = sent.draft === undefined ? words.noPlace : words.gone;
  const played = plainly(
    {
      outcome: 'small-talk',
      text: [...refused, text].join(' '),
      buttons: servicesWithFiles(scene),
    },
    'a file without a request',
  );
  return dropping(played, sent.files);
}

/** What a file may be for. */
function servicesWithFiles(scene: Scene): Button[] {
  const { tools, asking } = scene;
  return services
    .flatMap(({ id }) => tools.dialogs.offer(id, asking.asker) ?? [])
    .filter((service) => asking.mayRequest && attachesOf(scene, service) !== undefined)
    .map(({ id, title }) => ({ label: title, press: { kind: 'start', service: id } }));
}

const refusals = ({ tools }: Scene, { refused }: FilesSent): string[] =>
  refused.map(({ problem, name }) => words.refused(problem, name, tools.attaching?.mostBytes ?? 0));

const dropping = (played: Played, files: readonly AttachedFile[]): Played =>
  files.length === 0
    ? played
    : {
        ...played,
        effects: [...played.effects, { kind: 'files-dropped', files: files.map(({ id }) => id) }],
      };

/** @param file undefined where it was not said which */
export async function takeOut(
  scene: Scene,
  focus: FocusedDraft,
  file: string | undefined,
): Promise<Played> {
  const { tools, turn } = scene;
  const { files = [] } = focus.draft;
  if (file === undefined && files.length > 1) return askWhich(scene, focus, files);
  const found = file === undefined ? files[0] : files.find(({ id }) => id === file);
  if (found === undefined) return again(scene, focus, words.none);
  const ids = { nonce: tools.newId(), now: turn.at };
  const draft = tools.dialogs.withoutFile(focus.draft, found.id, ids);
  return again(scene, { draft, version: focus.version }, words.takenOut(found.name));
}

async function askWhich(
  scene: Scene,
  focus: FocusedDraft,
  files: readonly AttachedFile[],
): Promise<Played> {
  const draft = focus.draft.id;
  const played = await again(scene, focus, '');
  const buttons: Button[] = [
    ...files.map(({ id, name }): Button => ({
      label: words.takeOutOne(name),
      press: { kind: 'take-out-file', draft, file: id },
    })),
    { label: words.keep, press: { kind: 'keep-files', draft } },
  ];
  // It is not read back, so that a yes to this question sends nothing.
  const request = played.reply.request && { ...played.reply.request, stage: 'asking' as const };
  // One that stands open stays; the way to one would be an answer to another question.
  const form = isFormOpen(scene, focus) ? played.reply.form : null;
  return {
    ...played,
    reply: { ...played.reply, text: words.which, buttons, request, form, upload: null },
  };
}

/** "Take the photo out", "can i send a photo of it": undefined for everything else. */
export async function takeFileWords(
  scene: Scene,
  focus: FocusedDraft,
  text: string,
): Promise<Played | undefined> {
  if ((focus.draft.files?.length ?? 0) > 0 && isTakeOut(text))
    return takeOut(scene, focus, undefined);
  const attaches = attachesOf(scene, serviceOf(scene, focus.draft.service));
  return attaches !== undefined && asksToAdd(text)
    ? again(scene, focus, words.how(attaches.what))
    : undefined;
}
