/** The files that go with a request: added, taken out, and told in words. */
import type { AttachedFile, Draft, Request } from '../request';

interface ChangeIds {
  readonly nonce: string;
  readonly now: Date;
}

/** The read-back is another one now, so a button of the one before agrees to nothing. */
export function withFile(draft: Draft, file: AttachedFile, ids: ChangeIds): Draft {
  const files = draft.files ?? [];
  return changed(draft, [...files, { ...file, name: ownName(file.name, files) }], ids);
}

export const withoutFile = (draft: Draft, id: string, ids: ChangeIds): Draft =>
  changed(
    draft,
    (draft.files ?? []).filter((file) => file.id !== id),
    ids,
  );

const changed = (draft: Draft, files: AttachedFile[], { nonce, now }: ChangeIds): Draft => ({
  ...draft,
  files,
  filesNonce: nonce,
  updatedAt: now.toISOString(),
});

/** A confirm button carries it: one press of one read-back, with its files, and no older one. */
export const readBackNonce = ({ nonce, filesNonce }: Draft): string =>
  filesNonce === undefined ? nonce : `${nonce}.${filesNonce}`;

/** Phones call every picture "image.jpg": a receiving service tells them apart by their names. */
function ownName(name: string, files: readonly AttachedFile[]): string {
  const taken = new Set(files.map((file) => file.name.toLowerCase()));
  const dot = name.lastIndexOf('.');
  for (let count = 1; ; count += 1) {
    const next = count === 1 ? name : `${name.slice(0, dot)} ${count}${name.slice(dot)}`;
    if (!taken.has(next.toLowerCase())) return next;
  }
}

/** A sentence of the read-back; nothing where there is none. */
export function filesInWords({ files = [] }: Pick<Draft | Request, 'files'>): string {
  const names = files.map(({ name }) => `“${name}”`);
  const last = names.pop();
  if (last === undefined) return '';
  return names.length === 0
    ? ` Your file ${last} goes with it.`
    : ` Your files ${names.join(', ')} and ${last} go with it.`;
}
