/** The dialogs room as one thing that a conversation is handed. */
import { problemText } from './catalogue/problem-text';
import type { ServiceDefinition } from './catalogue/schema';
import { findService } from './catalogue/services';
import { advance, type AdvanceIds } from './engine/advance';
import { ask } from './engine/ask';
import type { Asker } from './engine/asker';
import { withFile, withoutFile } from './engine/files';
import { fillIn, leaveForm, type FilledIn, type Written } from './engine/form/fill-in';
import { form, type Form } from './engine/form/form';
import { readBack, urgentNote } from './engine/read-back';
import { recognise, recogniseForManagers, type Recognised } from './engine/recognise';
import { usuallyDoneBy } from './engine/service-level';
import { reopen } from './engine/reopen';
import {
  checkRules,
  clausesOf,
  heldBack,
  type Change,
  type FiguresOf,
  type Finding,
} from './engine/rules/check-rules';
import { start, startInstead, type StartIds } from './engine/start';
import type { AskStep, Step } from './engine/step';
import type { AttachedFile, Draft, Request } from './request';

export interface Dialogs {
  /** The service that a sentence asks for; undefined for a question, a refusal, or anything else. */
  recognise(text: string, asker: Asker): Recognised | undefined;
  /** What only managers ask for, where it is not known of the asker that they are one. */
  recogniseForManagers(text: string, asker: Asker): ServiceDefinition | undefined;
  start(service: ServiceDefinition, text: string, asker: Asker, ids: StartIds): Step;
  /** Another service in place of the one under way, with what both ask for. */
  startInstead(service: ServiceDefinition, before: Draft, asker: Asker, ids: StartIds): Step;
  /** What was sent, to be changed; undefined where its service left the catalogue. */
  reopen(request: Request, asker: Asker, ids: StartIds): Draft | undefined;
  advance(draft: Draft, text: string, asker: Asker, ids: AdvanceIds): Step;
  /** What is to be asked or read back now. */
  ask(draft: Draft, asker: Asker): Step;
  /** The whole request as one form, with what was said so far. */
  form(draft: Draft, asker: Asker): Form;
  fillIn(draft: Draft, written: Written, asker: Asker, ids: AdvanceIds): FilledIn;
  /** From the form back to the chat, with what was written. */
  leaveForm(draft: Draft, written: Written, asker: Asker, ids: AdvanceIds): Step;
  readBack(draft: Draft, asker: Asker): string;
  /** With this file too, under a name that no other file of it has. */
  withFile(draft: Draft, file: AttachedFile, ids: AdvanceIds): Draft;
  withoutFile(draft: Draft, id: string, ids: AdvanceIds): Draft;
  /** What must not wait for the service, with whom to tell. */
  urgentNote(draft: Draft, asker: Asker): string | undefined;
  /** What is said first, what was wrong with the answer, if anything was, and the question. */
  question(step: AskStep): string;
  service(id: string): ServiceDefinition | undefined;
  /** The service, where this asker may start it. */
  offer(id: string, asker: Asker): ServiceDefinition | undefined;
  usuallyDoneBy(service: ServiceDefinition, asker: Asker): string;
  /** Ids of the clauses that its rules rest on. */
  clausesOf(service: ServiceDefinition): readonly string[];
  /** What the policies ask of the request and is not so, the stops first. */
  checkRules(draft: Draft, asker: Asker, figures: FiguresOf): readonly Finding[];
  /** The draft while that stops it: the field is asked for, and a yes takes what is proposed. */
  heldBack(draft: Draft, change: Change): Draft;
}

export const dialogs: Dialogs = {
  recognise,
  recogniseForManagers,
  start,
  startInstead,
  reopen,
  advance,
  ask,
  form,
  fillIn,
  leaveForm,
  readBack,
  withFile,
  withoutFile,
  urgentNote,
  question: ({ first, field, problem }) => {
    const wrong = problem === undefined ? '' : problemText(problem, field);
    // "Do you mean today, or next friday?" is the whole question.
    const asked = problem?.kind === 'today-or-next' ? wrong : `${wrong} ${field.ask}`.trim();
    return first === undefined ? asked : `${first}\n\n${asked}`;
  },
  service: findService,
  offer: (id, asker) => {
    const service = findService(id);
    return service?.audience === 'manager' && !asker.isManager ? undefined : service;
  },
  usuallyDoneBy,
  clausesOf,
  checkRules,
  heldBack,
};

/** For documents of one's own, where requests are off. */
export const noDialogs: Dialogs = {
  ...dialogs,
  recognise: () => undefined,
  recogniseForManagers: () => undefined,
  service: () => undefined,
  offer: () => undefined,
};
