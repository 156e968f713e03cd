/** The app package that a Teams administrator uploads: manifest and icons in one zip, the same bytes each time. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

const ALWAYS = { mtime: new Date('2026-01-01T00:00:00Z'), mode: 0o100644 };

/** @param folder where the icons are */
export async function zipApp(manifest: unknown, folder: string): Promise<Buffer> {
  const zip = new ZipFile();
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), 'manifest.json', ALWAYS);
  for (const icon of ['color.png', 'outline.png'])
    zip.addBuffer(readFileSync(path.join(folder, icon)), icon, ALWAYS);
  zip.end();
  return buffer(zip.outputStream);
}
