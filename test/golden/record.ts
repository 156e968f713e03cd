/** `npm run golden:record`: writes every transcript anew. Read the difference before you commit it. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { playTranscript } from './play-transcript';

async function main(folder: string): Promise<void> {
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.transcript'))) {
    const file = path.join(folder, name);
    writeFileSync(file, await playTranscript(readFileSync(file, 'utf8')));
  }
}

void main(path.join(process.cwd(), 'test', 'golden'));
