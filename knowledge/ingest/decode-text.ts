/** Bytes to text in the encodings that office programs really write. */
import { UnreadableDocument } from './document-problem';

const LOOKED_AT = 4096;

/** @throws UnreadableDocument for bytes that are no text */
export function decodeText(bytes: Uint8Array): string {
  const encoding = markedEncoding(bytes) ?? guessedEncoding(bytes);
  const text =
    encoding === 'windows-1252' ? fromWindows(bytes) : new TextDecoder(encoding).decode(bytes);
  return text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
}

/** Node's own decoder reads Windows-1252 as Latin-1 in some versions, and loses curly quotes. */
const WINDOWS_80_TO_9F = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const fromWindows = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\u0080-\u009f]/g, (letter) => WINDOWS_80_TO_9F.charAt(letter.charCodeAt(0) - 0x80));

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  return undefined;
}

/** Windows programs write UTF-16 without saying so, and curly quotes in Windows-1252. */
function guessedEncoding(bytes: Uint8Array): string {
  const start = bytes.subarray(0, LOOKED_AT);
  const zeros = (parity: number): number =>
    start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  const [even, odd] = [zeros(0), zeros(1)];
  if (odd > start.length / 5 && even < odd / 4) return 'utf-16le';
  if (even > start.length / 5 && odd < even / 4) return 'utf-16be';
  if (even + odd > 0)
    throw new UnreadableDocument(
      'The file is not text, whatever its name says.',
      'Open it in the program that made it and save it as Word, PDF or text.',
    );
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}
