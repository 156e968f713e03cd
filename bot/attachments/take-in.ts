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

/** The message that brought it: the same one sent twice brings the same files. */
export interface BroughtBy {
  readonly conversation: string;
  readonly message: string;
  readonly at: Date;
}

export interface Intake {
  readonly mostBytes: number;
  takeIn(sent: readonly SentFile[], by: BroughtBy): Promise<TakenIn>;
}

export const createIntake = (keep: Pick<FileKeep, 'put'>, mostBytes: number): Intake => ({
  mostBytes,
  async takeIn(sent, by) {
    const files: AttachedFile[] = [];
    const refused: RefusedFile[] = [];
    for (const [index, file] of sent.entries()) {
      const examined = examineFile(file, mostBytes);
      if ('problem' in examined) {
        refused.push({ name: shownName(file.name), problem: examined.problem });
        continue;
      }
      const id = idOf(file, index, by);
      await keep.put(id, file.bytes, by.at);
      const { type } = examined;
      files.push({ id, name: safeName(file.name, type), type, size: file.bytes.length });
    }
    return { files, refused };
  },
});

const idOf = ({ bytes }: SentFile, index: number, { conversation, message }: BroughtBy): string =>
  createHash('sha256')
    .update(JSON.stringify([conversation, message, index]))
    .update(bytes)
    .digest('hex');
