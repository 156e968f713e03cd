/** What the two threads may ask of each other. All of it is plain data: it is copied between them. */
import type { Answering, DocumentStore, Question, VariationStore } from '../../knowledge';

type Plain<Call> = Call extends (question: infer Q, signal: AbortSignal) => infer R
  ? (call: number, question: Q) => R
  : never;

/** Asked of the answering thread. A call is numbered, so that it can be dropped. */
export interface AnsweringCalls {
  /** Answers once questions can be answered. */
  ready(): void;
  /** @param documents the version of the organisation's own documents at this moment */
  answer(call: number, question: Question, documents: number): ReturnType<Answering['answer']>;
  topics: Plain<Answering['topics']>;
  nearestQuestion: Plain<Answering['nearestQuestion']>;
  asksForSum: Answering['asksForSum'];
  clauses: Answering['clauses'];
  groupAlike: (call: number, texts: readonly string[]) => ReturnType<Answering['groupAlike']>;
  /** Nobody waits for that call any more. */
  drop(call: number): void;
}

/** Asked of the main thread, which alone holds the database. */
export interface StoreCalls {
  variationsVersion: VariationStore['version'];
  variationsCurrent: VariationStore['current'];
  documentsCurrent: DocumentStore['current'];
}
