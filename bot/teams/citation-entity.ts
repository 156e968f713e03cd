/**
 * Sources and the AI label, as Teams wants them: one root entity a message, at most twenty claims,
 * positions 1, 2, 3 … and each position standing as `[n]` in the text. Teams refuses the whole
 * message otherwise, so the numbers are given anew here, in the order in which they are read.
 */
import type { ShownCitation } from '../conversation/reply';

const MOST_CITATIONS = 20;
const NAME_LENGTH = 80;
const ABSTRACT_LENGTH = 160;
const MARKER = /\[(\d+)\]/g;

export interface RootEntity {
  readonly type: 'https://schema.org/Message';
  readonly '@type': 'Message';
  readonly '@context': 'https://schema.org';
  readonly '@id': '';
  readonly additionalType?: readonly ['AIGeneratedContent'];
  readonly citation?: readonly Claim[];
}

interface Claim {
  readonly '@type': 'Claim';
  readonly position: number;
  readonly appearance: {
    readonly '@type': 'DigitalDocument';
    readonly name: string;
    readonly abstract: string;
    readonly url?: string;
  };
}

export interface Sourced {
  readonly text: string;
  /** Undefined where there is neither a source nor a label to show. */
  readonly entity: RootEntity | undefined;
}

export function withSources(
  text: string,
  citations: readonly ShownCitation[],
  { modelWritten, publicUrl }: { modelWritten: boolean; publicUrl: string | undefined },
): Sourced {
  const byNumber = new Map(citations.map((citation) => [citation.number, citation]));
  const read = [...new Set([...text.matchAll(MARKER)].map(([, number]) => Number(number)))];
  const shown = read.flatMap((number) => byNumber.get(number) ?? []).slice(0, MOST_CITATIONS);
  const position = new Map(shown.map(({ number }, index) => [number, index + 1]));

  const renumbered = text.replace(MARKER, (marker, number: string) => {
    const place = position.get(Number(number));
    if (place !== undefined) return `[${place}]`;
    return byNumber.has(Number(number)) ? '' : marker; // one source too many, or brackets that somebody typed
  });
  const claims = shown.map((citation, index) => claimOf(citation, index + 1, publicUrl));
  return { text: renumbered, entity: rootEntity(claims, modelWritten) };
}

/** For a card, which knows no claims: each `[n]` becomes the name of its source, to press where it can be opened. */
export function withNamedSources(
  text: string,
  citations: readonly ShownCitation[],
  publicUrl: string | undefined,
): string {
  const byNumber = new Map(citations.map((citation) => [citation.number, citation]));
  return text.replace(MARKER, (marker, number: string) => {
    const citation = byNumber.get(Number(number));
    if (citation === undefined) return marker;
    const link = absolute(citation.url, publicUrl);
    return link === undefined ? `(${nameOf(citation)})` : `([${nameOf(citation)}](${link}))`;
  });
}

function rootEntity(claims: readonly Claim[], modelWritten: boolean): RootEntity | undefined {
  if (claims.length === 0 && !modelWritten) return undefined;
  return {
    type: 'https://schema.org/Message',
    '@type': 'Message',
    '@context': 'https://schema.org',
    '@id': '',
    ...(modelWritten && { additionalType: ['AIGeneratedContent'] }),
    ...(claims.length > 0 && { citation: claims }),
  };
}

function claimOf(citation: ShownCitation, position: number, publicUrl: string | undefined): Claim {
  const { quote, url } = citation;
  const name = nameOf(citation);
  const link = absolute(url, publicUrl);
  return {
    '@type': 'Claim',
    position,
    appearance: {
      '@type': 'DigitalDocument',
      name: shortened(name, NAME_LENGTH),
      abstract: shortened(quote === '' ? name : quote, ABSTRACT_LENGTH),
      ...(link !== undefined && { url: link }),
    },
  };
}

const nameOf = ({ title, heading, file, policy }: ShownCitation): string =>
  [title, heading].filter((part) => part !== '').join(': ') || (file ?? policy);

/** Teams opens https addresses only; a citation without one still shows its name and words. */
function absolute(url: string | null, publicUrl: string | undefined): string | undefined {
  if (url === null || publicUrl?.startsWith('https://') !== true) return undefined;
  return new URL(url, publicUrl).href;
}

function shortened(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= most) return line;
  const start = line.slice(0, most - 1);
  const space = start.lastIndexOf(' ');
  const whole = space > most / 2 ? start.slice(0, space) : start.replace(/[\ud800-\udbff]$/, ''); // no half emoji
  return `${whole}…`;
}
