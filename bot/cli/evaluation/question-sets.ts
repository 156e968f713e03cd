/** The question sets as written: one JSON object a line, a file a set. See knowledge/evaluation/README.md. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { StaffGroup } from '../../../knowledge';

/** All of the groups must be met, each by any of its phrases. */
const Phrases = z.array(z.array(z.string().min(1)).min(1));

export const EvaluationQuestion = z
  .object({
    id: z.string(),
    question: z.string().min(1).optional(),
    /** What one person says, in order; the last is what is judged. */
    turns: z.array(z.string().min(1)).min(2).optional(),
    asker: z.object({ staffGroup: StaffGroup, note: z.string() }).optional(),
    on: z.iso.date().optional(),
    /** Any of these policies may answer. */
    policies: z.array(z.string()).optional(),
    /** False where the set leaves the question open on purpose. */
    covered: z.boolean().default(true),
    keyFacts: Phrases.optional(),
    mustSay: Phrases.optional(),
    mustNotSay: z.array(z.string()).optional(),
    rightFact: Phrases.optional(),
    wrongFact: Phrases.optional(),
    /** A sum's result in words; its figures outside brackets must be in the answer. */
    expected: z.string().optional(),
    /** What the person must be asked before the sum can be done. */
    missing: z.string().nullish(),
    level: z.enum(['life-at-risk', 'disclosure', 'question']).optional(),
    /** What sort of out-of-scope question it is. */
    kind: z.string().optional(),
    /** In which tone it is asked. */
    register: z.string().optional(),
  })
  .strict()
  .refine(({ question, turns }) => (question === undefined) !== (turns === undefined), {
    message: 'must have either a question or turns',
  });
export type EvaluationQuestion = z.infer<typeof EvaluationQuestion>;

export interface QuestionSet {
  readonly name: string;
  readonly questions: readonly EvaluationQuestion[];
}

/** @throws Error that names the file and line of the first question that cannot be read */
export function readQuestionSets(folder: string): readonly QuestionSet[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .map((name) => ({
      name: path.basename(name, '.jsonl'),
      questions: readLines(path.join(folder, name)),
    }));
}

function readLines(file: string): EvaluationQuestion[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line, index) => {
      if (line.trim() === '') return [];
      try {
        return [EvaluationQuestion.parse(JSON.parse(line))];
      } catch (error) {
        throw new Error(`${file}:${index + 1}: ${error instanceof Error ? error.message : ''}`, {
          cause: error,
        });
      }
    });
}

/** What the person says, the judged message last. */
export const saidIn = ({ question, turns }: EvaluationQuestion): readonly string[] =>
  turns ?? [question ?? ''];
