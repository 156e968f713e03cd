/** The door of the knowledge room: questions in, cited outcomes out. It never learns who is asking. */
export type { ClauseInForce, ClausesAsked } from './clauses-in-force';
export { createKnowledge, type Answering, type Knowledge } from './create-knowledge';
export type {
  Answered,
  Citation,
  Found,
  NotCovered,
  Outcome,
  Particulars,
  Said,
  SaidBeside,
} from './outcome';
export { findDocuments, type FoundDocument } from './ingest/find-documents';
export { createMemoryDocuments } from './ingest/memory-documents';
export {
  DocumentSection,
  type DocumentEntry,
  type DocumentStore,
  type OwnDocument,
} from './ingest/own-document';
export { readDocuments, readOne } from './ingest/read-documents';
export type { DocumentProblem } from './ingest/document-problem';
export { documentUrl } from './own-documents';
export { oneLine, plainText } from './plain-text';
export type { OwnFault } from './policies/check-own';
export { checkSet } from './policies/check-set';
export {
  compileLines,
  learnPlacesOf,
  learnSubjectsOf,
  linesFileOf,
  readCompiledPolicies,
  readPolicies,
  senseFileOf,
  senseFrom,
  type CompiledPolicies,
  type PoliciesFile,
} from './policies/compiled';
export type { DiffWords } from './policies/diff-clauses';
export { diffPolicies, type Comparable } from './policies/diff-policies';
export { howFar, type HowFar } from './policies/how-far';
export { loadPolicies } from './policies/load-policies';
export { createMemoryVariations } from './policies/memory-variations';
export { addClause, type NewClause, type NewFile } from './policies/new-clause';
export { removeClause } from './policies/remove-clause';
export { parseVariation } from './policies/parse-variation';
export { PolicyError, PolicySetError } from './policies/policy-error';
export { createPolicySet, type PolicySet } from './policies/policy-set';
export { FIGURE, STAFF_GROUPS, StaffGroup, type Clause, type Policy } from './policies/schema';
export { seedVariations, type SeedVariation } from './policies/seed-variations';
export { StoredVariationClause } from './policies/stored-variation-clause';
export type { VariationClause } from './policies/variation-schema';
export {
  rewriteClause,
  writtenClause,
  type Wording,
  type WrittenClause,
} from './policies/written-clause';
export type { VariationEntry, VariationState, VariationStore } from './policies/variation-store';
export { asksSomewhere, isQuestion } from './asking';
export { statesRule } from './premise/correct-premise';
export type { OnProgress, Progress } from './progress';
export type { Question } from './question';
export type { SubjectTables } from './sense/learn';
export { readWays } from './sense/ways';
export type { Trial, Tried } from './try-wording';
