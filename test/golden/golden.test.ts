import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { playTranscript } from './play-transcript';

const transcripts = readdirSync(__dirname).filter((name) => name.endsWith('.transcript'));

describe('conversations as they should go', () => {
  it.each(transcripts)('%s', async (name) => {
    const written = readFileSync(path.join(__dirname, name), 'utf8');

    // To change what is expected, run `npm run golden:record` and read the difference.
    expect(await playTranscript(written)).toBe(written);
  });
});
