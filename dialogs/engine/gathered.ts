/** What is listened to, and what was made of it. */
import type { FieldDefinition, ServiceDefinition } from '../catalogue/schema';
import type { Draft, FieldValue } from '../request';
import type { Asker, Report } from './asker';
import type { Day } from './reading/days';
import type { Problem } from './reading/reading';

export interface Gathered {
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly filledIn: Readonly<Record<string, string>>;
  readonly dropped: readonly string[];
  /** The first day of a week or month that was named, where no day of it was. */
  readonly spokenOf?: Day | undefined;
  /** The first thing that is wrong, with the field to ask for. */
  readonly problem?: FieldProblem | undefined;
}

export interface FieldProblem {
  readonly field: FieldDefinition;
  readonly problem: Problem;
  readonly among?: readonly Report[] | undefined;
}

export interface Listening {
  readonly service: ServiceDefinition;
  readonly draft: Pick<Draft, 'fields' | 'spokenOf' | 'isOneDay'>;
  readonly asker: Asker;
  /** The field that the text answers, where one was asked for. */
  readonly asked: string | undefined;
  /** True of the message that starts the service. */
  readonly opens?: boolean | undefined;
  readonly text: string;
  readonly said: string;
}

export const NOTHING: Gathered = { values: {}, filledIn: {}, dropped: [] };
