import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { complaintsAboutReply } from '../fakes/complaints-about-reply';
import { builtInKnowledge, playTranscript } from './play-transcript';

const transcripts = readdirSync(__dirname).filter((name) => name.endsWith('.transcript'));

describe('conversations as they should go', () => {
  // Reading all policies takes seconds on a slow machine; it is done once and not timed as a test.
  beforeAll(() => void builtInKnowledge(), 60_000);

  it.each(transcripts)('%s', async (name) => {
    const written = readFileSync(path.join(__dirname, name), 'utf8');

    const complaints: string[] = [];
    const played = await playTranscript(written, (reply) => {
      complaints.push(...complaintsAboutReply(reply));
    });

    // To change what is expected, run `npm run golden:record` and read the difference.
    expect(played).toBe(written);
    // Whatever the assistant says, Teams takes as it is drawn: cards, sources and buttons.
    expect(complaints).toEqual([]);
  });
});
