/** A form with files, as browsers send it. The platform's own parser reads it, of a body that is bounded already. */

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface FormWithFiles {
  readonly fields: Readonly<Record<string, string>>;
  /** Without the empty one that a browser sends where none was chosen. */
  readonly files: readonly UploadedFile[];
}

/** More than any form of ours has. The parser takes seconds over a hundred thousand parts, and nothing else runs meanwhile. */
const MOST_PARTS = 50;

/** @returns undefined where it is broken, such as cut short, or has more parts than a form of ours */
export async function readMultipart(
  body: Uint8Array,
  contentType: string,
): Promise<FormWithFiles | undefined> {
  if (hasTooMany(body, contentType)) return undefined;
  try {
    const whole = new Response(body, { headers: { 'content-type': contentType } });
    const form = await whole.formData(); // eslint-disable-line @typescript-eslint/no-deprecated -- advised against for bodies without a bound, which this is not
    const fields: Record<string, string> = {};
    const files: UploadedFile[] = [];
    for (const [name, value] of form) {
      if (typeof value === 'string') fields[name] = value;
      else if (value.name !== '' || value.size > 0)
        files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
    }
    return { fields, files };
  } catch {
    return undefined;
  }
}

/** Each part begins with the boundary that the header names. */
function hasTooMany(body: Uint8Array, contentType: string): boolean {
  const [, quoted, bare] = /boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType) ?? [];
  const boundary = quoted ?? bare;
  if (boundary === undefined) return true;
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  let at = -1;
  for (let parts = 0; parts <= MOST_PARTS; parts += 1) {
    at = bytes.indexOf(`--${boundary}`, at + 1);
    if (at < 0) return false;
  }
  return true;
}
