/**
 * The fair sample: which of the interactions that nobody rated are reviewed all the same. It is
 * chosen by the hash of an interaction's id and not by chance, so that every process, and every
 * later reading, chooses the same ones.
 */
import { createHash } from 'node:crypto';

/** One in so many. */
const SAMPLED_ONE_IN = 20;

export const isSampled = (interaction: string): boolean =>
  createHash('sha256').update(interaction).digest().readUInt32BE(0) % SAMPLED_ONE_IN === 0;
