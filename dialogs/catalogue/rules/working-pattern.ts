/** What the policies ask of a flexible working request, and of special leave. Both are open to employees from the first day. */
import type { RuleData } from '../rule-schema';
import { ASK_BANK_OFFICE } from './common-sentences';

export const flexibleWorkingRules = [
  {
    clause: 'flexible-working.7',
    unless: 'flexible-working.6',
    check: { kind: 'sent-before', most: 'limit', in: 'period' },
    otherwise: 'warn',
    says: 'The law allows **{limit}** in any **{period}**, and you have sent that many here.',
    instead: 'You can still send it. Your own contract may give you more.',
  },
  {
    clause: 'flexible-working.3',
    unless: 'flexible-working.2',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'You may not have the right to ask if you work only on the bank. The law gives it to employees.',
    instead: ASK_BANK_OFFICE,
  },
] satisfies readonly RuleData[];

export const specialLeaveRules = [
  {
    clause: 'special-leave.29',
    unless: 'special-leave.2',
    check: { kind: 'told' },
    otherwise: 'warn',
    says: 'Bank staff have no paid special leave unless the local policy says so.',
    instead:
      'If you have booked a shift and cannot work it, ring the ward or your bank office as soon as you can.',
  },
] satisfies readonly RuleData[];
