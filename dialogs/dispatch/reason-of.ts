/** Why something could not be handed over, as it is kept and shown to who runs the assistant. */
import { Refused, TryLater } from './connector';

/** Only our own errors are quoted: the words of any other may hold personal data. */
export function reasonOf(error: unknown): string {
  if (error instanceof Refused || error instanceof TryLater) return error.message;
  return `Unexpected ${error instanceof Error ? error.name : typeof error} while sending.`;
}
