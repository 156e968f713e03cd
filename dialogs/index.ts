/** The door of the dialogs room: requests in, deliveries out. It knows nothing of policies, cards or Teams. */
export {
  AttachedFile,
  Draft,
  FieldValue,
  FILE_TYPES,
  Request,
  RequestEvent,
  RequestId,
} from './request';
export type { Description } from './dispatch/description';
export { LOAN_MS, type Delivery, type Outbox } from './dispatch/outbox';
export { MAX_FAILURES, pauseAfter } from './dispatch/pause-after';
export { startDispatch } from './dispatch/start-dispatch';
export { startLoop, type Alarm, type Loop } from './start-loop';
export type { FollowedRequest, RequestLog } from './follow/request-log';
export { ANSWER_LOAN_MS, type Answer, type Answers } from './follow/answers';
export type { Reported, ReportId, Reports, StatusReport } from './follow/reports';
export { weighReport } from './follow/weigh-report';
export { ENDS, expectedOf, hasEnded, newestStatus } from './follow/where-it-is';
export type { FieldDefinition, ServiceDefinition } from './catalogue/schema';
export { hasBankDetails } from './engine/reading/bank-details';
export { isAnswer, startsWithNo } from './engine/reading/answers';
export { looksLikeQuestion } from './engine/questions';
export { plain } from './engine/plain';
export { findService, services } from './catalogue/services';
export type { Asker, Report } from './engine/asker';
export { isNamedIn } from './engine/reading/read-person';
export { recognise, type Recognised } from './engine/recognise';
export { problemText } from './catalogue/problem-text';
export { advance, type AdvanceIds } from './engine/advance';
export { ask } from './engine/ask';
export { fillIn, leaveForm, type FilledIn, type Written } from './engine/form/fill-in';
export { form, type Form } from './engine/form/form';
export type { FormField } from './engine/form/form-field';
export { readBackNonce } from './engine/files';
export { fieldInWords, readBack } from './engine/read-back';
export type { Problem } from './engine/reading/reading';
export type { Change, FiguresOf, Finding } from './engine/rules/check-rules';
export { figuresLost, type FigureLost } from './engine/rules/figures-in-use';
export { usuallyDoneBy } from './engine/service-level';
export { start, type StartIds } from './engine/start';
export { tellsOfLoss, type Loss } from './engine/tells-of-loss';
export { toldAndAsked } from './engine/told-and-asked';
export type { AskStep, ConfirmStep, Step } from './engine/step';
export { dialogs, noDialogs, type Dialogs } from './dialogs';
