import { aJpeg, aPdf, attached } from '../support/some-files';
import type { Connector } from '../../dialogs/dispatch/connector';
import { aRequest } from './samples';

/** A connector, what it can read, and what its receiver holds of files. */
export interface ReceivingFiles {
  readonly connector: Connector;
  readonly toSend: Map<string, Uint8Array>;
  /** Of one request, in their order. */
  files(): Promise<readonly { readonly name: string; readonly bytes: Uint8Array }[]>;
  close(): Promise<void>;
}

const NOTE = attached({ id: 'a'.repeat(64), name: 'fit note.pdf' });
const PHOTO = attached({ id: 'b'.repeat(64), name: 'IMG_2034 (2).jpg', type: 'image/jpeg' });

/** What every connector does with the files of a request. */
export function itSendsFiles(
  open: () => Promise<ReceivingFiles>,
  promised: 'once' | 'at-least-once' = 'once',
): void {
  let receiving: ReceivingFiles;

  beforeEach(async () => {
    receiving = await open();
    receiving.toSend.set(NOTE.id, aPdf());
    receiving.toSend.set(PHOTO.id, aJpeg());
  });
  afterEach(() => receiving.close());

  const send = (files = [NOTE, PHOTO]) => {
    const request = aRequest({ files });
    const delivery = { request, system: 'desk', failures: 0 };
    return receiving.connector.send(delivery, request.id, AbortSignal.timeout(5_000));
  };
  const held = async () =>
    (await receiving.files()).map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')]);
  const both = [
    [NOTE.name, Buffer.from(aPdf()).toString('hex')],
    [PHOTO.name, Buffer.from(aJpeg()).toString('hex')],
  ];

  it('sends the files of a request with it, byte for byte', async () => {
    await send();

    expect(await held()).toEqual(both);
  });

  it('sends them under the same reference however often it is tried', async () => {
    const first = await send();
    const again = await send();

    expect(again).toEqual(first);
    expect(await held()).toEqual(promised === 'once' ? both : [...both, ...both]);
  });

  it('is refused, and told without its name, where what is in a file is gone', async () => {
    receiving.toSend.delete(PHOTO.id);

    const error = await send().catch((thrown: unknown) => thrown);

    expect(error).toMatchObject({ name: 'Refused' });
    expect(String(error)).not.toContain('IMG');
  });
}
