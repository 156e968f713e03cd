/** The door of the dialogs room: requests in, deliveries out. It knows nothing of policies, cards or Teams. */
export { Draft, FieldValue, Request, RequestEvent, RequestId } from './request';
export { LOAN_MS, type Delivery, type Outbox } from './dispatch/outbox';
export type { FollowedRequest, RequestLog } from './follow/request-log';
