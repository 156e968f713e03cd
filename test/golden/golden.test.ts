import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { builtInKnowledge, playTranscript } from './play-transcript';

const transcripts = readdirSync(__dirname).filter((name) => name.endsWith('.transcript'));

describe('conversations as they should go', () => {
  // Reading all policies takes seconds on a slow machine; it is done once and not timed as a test.
  beforeAll(() => void builtInKnowledge(), 60_000);

  it.each(transcripts)('%s', async (name) => {
    const written = readFileSync(path.join(__dirname, name), 'utf8');

    // To change what is expected, run `npm run golden:record` and read the difference.
    expect(await playTranscript(written)).toBe(written);
  });
});
