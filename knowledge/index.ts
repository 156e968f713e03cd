/** The door of the knowledge room: questions in, cited outcomes out. It never learns who is asking. */
export { checkPolicies } from './policies/check-policies';
export { loadPolicies } from './policies/load-policies';
export { PolicyError, PolicySetError } from './policies/policy-error';
export type { Clause, Policy, StaffGroup } from './policies/schema';
