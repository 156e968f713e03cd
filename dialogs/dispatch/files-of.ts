/** What is in the files of a request, for a connector that sends them on. */
import type { AttachedFile, Request } from '../request';
import { Refused } from './connector';

/** @returns undefined where there is no such file any more */
export type ReadFile = (id: string) => Promise<Uint8Array | undefined>;

export interface FileToSend extends AttachedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** One after the other, so that few megabytes are held at a time. @throws Refused where one is gone */
export async function* filesOf(
  { files = [] }: Pick<Request, 'files'>,
  readFile: ReadFile,
): AsyncGenerator<FileToSend> {
  for (const file of files) {
    const bytes = await readFile(file.id);
    if (bytes === undefined) {
      throw new Refused('A file of this request is gone. Ask the requester to send it again.');
    }
    // Copied where their buffer is shared with others, as small ones of Node are.
    yield { ...file, bytes: Uint8Array.from(bytes) };
  }
}
