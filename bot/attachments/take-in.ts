/** Takes in what a door was sent: each file is looked at, and kept where it is a photo or PDF. */
import { createHash } from 'node:crypto';
import type { AttachedFile } from '../../dialogs';
import { examineFile, type FileProblem, type SentFile } from './examine-file';
import type { FileKeep } from './file-keep';
import { safeName, shownName } from './safe-name';

export interface RefusedFile {
  /** Safe to show. */
  readonly name: string;
  readonly problem: FileProblem;
}

export interface TakenIn {
  readonly files: readonly AttachedFile[];
  readonly refused: readonly RefusedFile[];
}

/** A file, or why it could not be had; the name as it came. */
export type IncomingFile = SentFile | { readonly name: string; readonly problem: FileProblem };

/** The message that brought it: the same one sent twice brings the same files. */
export interface BroughtBy {
  readonly conversation: string;
  readonly message: string;
  readonly at: Date;
}

export interface IntakeLimits {
  /** Of one file. */
  readonly mostBytes: number;
  /** Of one message: no request takes more. */
  readonly mostFiles: number;
}

export interface Intake extends IntakeLimits {
  /** @param sent asked for one after another, so that one at a time is in memory; not once enough are taken */
  takeIn(
    sent: Iterable<IncomingFile> | AsyncIterable<IncomingFile>,
    by: BroughtBy,
  ): Promise<TakenIn>;
}

export const createIntake = (keep: Pick<FileKeep, 'put'>, limits: IntakeLimits): Intake => ({
  ...limits,
  async takeIn(sent, by) {
    const files: AttachedFile[] = [];
    const refused: RefusedFile[] = [];
    for await (const file of sent) {
      const taken = await take(keep, file, limits.mostBytes, files.length + refused.length, by);
      if ('problem' in taken) refused.push(taken);
      else files.push(taken);
      if (files.length >= limits.mostFiles) break;
    }
    return { files, refused };
  },
});

async function take(
  keep: Pick<FileKeep, 'put'>,
  file: IncomingFile,
  mostBytes: number,
  index: number,
  by: BroughtBy,
): Promise<AttachedFile | RefusedFile> {
  const { name } = file;
  const refused = (problem: FileProblem): RefusedFile => ({ name: shownName(name), problem });
  if ('problem' in file) return refused(file.problem);
  const examined = examineFile(file, mostBytes);
  if ('problem' in examined) return refused(examined.problem);
  const id = idOf(file, index, by);
  await keep.put(id, file.bytes, by.at);
  const { type } = examined;
  return { id, name: safeName(name, type), type, size: file.bytes.length };
}

const idOf = ({ bytes }: SentFile, index: number, { conversation, message }: BroughtBy): string =>
  createHash('sha256')
    .update(JSON.stringify([conversation, message, index]))
    .update(bytes)
    .digest('hex');
