/**
 * What an organisation's imported documents say. They are an index of their own, measured as
 * documents are: the ways of asking and the rarity of words of the national set are not theirs.
 * A document that was taken out is not answered from in the next question, in any process.
 */
import { answer } from './answer';
import { createFinder } from './find';
import { createJudge } from './judge';
import type { DocumentStore, OwnDocument } from './ingest/own-document';
import { toPolicy } from './ingest/to-policy';
import type { Answered } from './outcome';
import { createPolicySet } from './policies/policy-set';
import type { Question } from './question';
import { createEmbeddedSource } from './sources/embedded/embedded-source';
import { createLineIndex } from './sources/line-index';
import { linesOf } from './sources/lines';
import { createVocabulary } from './words/vocabulary';

/** @returns undefined where the documents do not say */
export type AnswerFromDocuments = (
  question: Question,
  signal: AbortSignal,
) => Promise<Answered | undefined>;

interface Kept {
  readonly version: number;
  readonly ask: AnswerFromDocuments;
}

export function createOwnDocuments(
  store: Pick<DocumentStore, 'version' | 'current'>,
): AnswerFromDocuments {
  const kept = new Map<string, Kept>();
  return async (question, signal) => {
    const { organisation } = question;
    if (organisation === undefined) return undefined;
    const version = await store.version(organisation);
    if (version === 0) return undefined;
    let known = kept.get(organisation);
    if (known?.version !== version) {
      known = { version, ask: askerOf(organisation, await store.current(organisation)) };
      kept.set(organisation, known);
    }
    return known.ask(question, signal);
  };
}

function askerOf(organisation: string, all: readonly OwnDocument[]): AnswerFromDocuments {
  // The store keeps organisations apart; a slip there must not show one's documents to another.
  const documents = all.filter((document) => document.organisation === organisation);
  const set = createPolicySet(documents.map(documentPolicy));
  const vocabulary = createVocabulary(
    set.passages.map((passage) => linesOf(passage).map(({ text }) => text)),
  );
  const index = createLineIndex(set.passages, vocabulary);
  const source = createEmbeddedSource(set.passages, vocabulary, index);
  const judge = createJudge(set.passages, vocabulary, index);
  const finder = createFinder({ set, source, vocabulary, judge, sense: undefined });
  const tools = { set, finder, local: undefined, documentBeside: false, phraser: undefined };
  const versions = new Map(documents.map((document) => [document.name, versionOf(document)]));
  return async (question, signal) => {
    if (documents.length === 0) return undefined;
    const outcome = await answer(question, tools, signal);
    if (outcome.kind !== 'answered') return undefined;
    const [first, ...rest] = outcome.citations.map((citation) => ({
      ...citation,
      version: versions.get(citation.file ?? '') ?? null,
    }));
    return first === undefined ? undefined : { ...outcome, citations: [first, ...rest] };
  };
}

/** Its ids hold the organisation and the whole name: nothing national can be called so. */
const documentPolicy = (document: OwnDocument): ReturnType<typeof toPolicy> =>
  toPolicy(document.name, `${document.organisation}/${document.name}`, document, (slug) =>
    documentUrl(document, slug),
  );

/** Which text an answer was made from, long after it was replaced. */
const versionOf = ({ sha256 }: OwnDocument): string => sha256.slice(0, 12);

/** The page on which a section can be read. */
export const documentUrl = (
  { organisation, name }: Pick<OwnDocument, 'organisation' | 'name'>,
  slug: string,
): string =>
  `/documents/${encodeURIComponent(organisation)}?name=${encodeURIComponent(name)}#${encodeURIComponent(slug)}`;
