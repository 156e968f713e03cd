/**
 * Reads `sensitive-stories.txt`: what people tell before they ask, a message a line, under the
 * level that it has ("#none", "#disclosure violence"). In a story of danger the words that make it
 * one stand in [brackets]; the rest of it is as ordinary as any.
 */
import { normalise } from '../../../bot/conversation/sensitive/normalise';
import { FEWEST, piecesOf } from '../../../bot/conversation/sensitive/pieces';
import type { Way } from './ways';

const DANGER = /\[([^\]]+)\]/g;

export interface Story extends Way {
  /** What of it is heard alone: each sentence of a plain one, of the others what is in brackets. */
  readonly parts: readonly Way[];
}

/** @throws Error for a line before the first level: a mistake in the file */
export function storiesIn(file: string): Story[] {
  const stories: Story[] = [];
  let kind: Omit<Way, 'text'> | undefined;
  for (const line of file.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    if (line.startsWith('#')) {
      const [level = 'none', about] = line.slice(1).trim().split(' ');
      kind = about === undefined ? { level } : { level, about };
    } else if (kind === undefined) {
      throw new Error(`No level stands above the story: ${line}`);
    } else {
      stories.push(storyOf(line, kind));
    }
  }
  return stories;
}

function storyOf(line: string, kind: Omit<Way, 'text'>): Story {
  const text = line.replace(DANGER, '$1');
  const parts =
    kind.level === 'none' ? partsOf(text) : [...line.matchAll(DANGER)].map(([, part = '']) => part);
  return { ...kind, text, parts: parts.map((part) => ({ ...kind, text: part })) };
}

/** Its sentences, and the stretches that the detector listens to. */
function partsOf(text: string): string[] {
  const said = normalise(text);
  const sentences = said
    .split(' . ')
    .filter((sentence) => sentence.split(' ').length >= FEWEST && sentence !== said);
  return [...new Set([...sentences, ...piecesOf(said)])];
}
