/** How far an answer is that a model phrases; without a model nobody waits for long enough to be told. */
import type { Phraser } from './model/phraser';

export type Progress = 'looking' | 'phrasing';
export type OnProgress = (progress: Progress) => void;

/** The same phraser, which says when it is at work. */
export const heardPhrasing = (phraser: Phraser, onProgress: OnProgress): Phraser => ({
  phrase: (...asked) => {
    onProgress('phrasing');
    return phraser.phrase(...asked);
  },
});
