/** What the two threads may ask of each other. All of it is plain data: it is copied between them. */
import type {
  Answering,
  ClausesAsked,
  DocumentStore,
  Progress,
  Question,
  Trial,
  VariationStore,
} from '../../knowledge';

/** Of what the asker's organisation says itself, at the moment of asking; 0 for an asker of none. */
export interface OwnVersions {
  readonly variations: number;
  readonly documents: number;
}

type Plain<Call> = Call extends (question: infer Q, signal: AbortSignal) => infer R
  ? (call: number, question: Q) => R
  : never;

/** Asked of the answering thread. A call is numbered, so that it can be dropped. */
export interface AnsweringCalls {
  /** Answers once questions can be answered. */
  ready(): void;
  answer(call: number, question: Question, versions: OwnVersions): ReturnType<Answering['answer']>;
  topics(call: number, question: Question, versions: OwnVersions): ReturnType<Answering['topics']>;
  nearestQuestion: Plain<Answering['nearestQuestion']>;
  asksForSum: Answering['asksForSum'];
  clauses(asked: ClausesAsked, versions: OwnVersions): ReturnType<Answering['clauses']>;
  groupAlike: (call: number, texts: readonly string[]) => ReturnType<Answering['groupAlike']>;
  checkWording: Answering['checkWording'];
  tryWording(
    call: number,
    trial: Trial,
    questions: readonly Question[],
    versions: OwnVersions,
  ): ReturnType<Answering['tryWording']>;
  /** Nobody waits for that call any more. */
  drop(call: number): void;
}

/** Asked of the main thread, which holds the database. */
export interface StoreCalls {
  /** Of a call whose answer a model may phrase. */
  progressed(call: number, progress: Progress): void;
  variationsCurrent: VariationStore['current'];
  documentsCurrent: DocumentStore['current'];
}
