/** A passage cut into lines: each way of asking and each sentence can be met by itself. */
import type { Passage } from './source';

export interface Line {
  readonly kind: 'heading' | 'ask' | 'sentence';
  readonly text: string;
}

const SENTENCE = /(?<=[.!?])\s+|\n+/;

export function linesOf(passage: Passage): readonly Line[] {
  return [
    { kind: 'heading', text: `${passage.title} ${passage.heading}` },
    ...passage.asks.map((text): Line => ({ kind: 'ask', text })),
    ...sentencesOf(passage)
      .filter((text) => text.trim() !== '')
      .map((text): Line => ({ kind: 'sentence', text })),
  ];
}

const sentencesOf = ({ sentences, text }: Passage): readonly string[] =>
  sentences?.map(({ said, near }) => `${said} ${near}`) ?? text.split(SENTENCE);
