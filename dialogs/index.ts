/** The door of the dialogs room: requests in, deliveries out. It knows nothing of policies, cards or Teams. */
export { Draft, FieldValue, Request, RequestEvent, RequestId } from './request';
export { LOAN_MS, type Delivery, type Outbox } from './dispatch/outbox';
export { startLoop, type Alarm, type Loop } from './start-loop';
export type { FollowedRequest, RequestLog } from './follow/request-log';
export type { FieldDefinition, ServiceDefinition } from './catalogue/schema';
export { findService, services } from './catalogue/services';
export type { Asker, Report } from './engine/asker';
export { recognise, type Recognised } from './engine/recognise';
export { problemText } from './catalogue/problem-text';
export { advance, type AdvanceIds } from './engine/advance';
export { ask } from './engine/ask';
export { fieldInWords, readBack } from './engine/read-back';
export type { Problem } from './engine/reading/reading';
export { usuallyDoneBy } from './engine/service-level';
export { start, type StartIds } from './engine/start';
export type { AskStep, ConfirmStep, Step } from './engine/step';
export { dialogs, noDialogs, type Dialogs } from './dialogs';
