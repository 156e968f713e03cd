/** Ill on holiday: those days become sick leave. What the illness was is never asked for. */
import { FIRST_DAY, LAST_DAY, NOTE } from '../common-fields';
import { AFTER_MIDNIGHT, YOUR_NOTE } from '../common-sentences';
import type { ServiceData } from '../schema';

export const convertLeaveToSickness = {
  id: 'convert-leave-to-sickness',
  version: 1,
  title: 'Change leave to sickness',
  owner: 'People services',
  audience: 'staff',
  policy: 'annual-leave-and-bank-holidays',
  serviceLevelDays: 5,
  isPrivate: true,
  approver: 'manager',
  fields: [
    {
      ...FIRST_DAY,
      ask: 'What was the first day of your leave that you were ill?',
      label: 'the first day ill',
      begun: true,
      within: { back: 366, ahead: 31 },
      saidAfter: ['since', 'from', 'ill on', 'admitted', 'day ill'],
    },
    {
      ...LAST_DAY,
      ask: 'And the last day you were ill? If it was one day only, say “same”.',
      label: 'the last day ill',
      within: { back: 366, ahead: 31 },
      saidAfter: ['until', 'last day', 'discharged'],
    },
    NOTE,
  ],
  named: [
    'convert leave to sickness',
    'convert annual leave to sickness',
    'leave to sickness',
    'leave to sick',
  ],
  starts: [
    'convert|change|swap|swapping|switch|turn|put …8 leave|al|hols|holiday …6 sick|sickness',
    'leave|al|hols|holiday|days …3 converted|changed|swapped|turned|recorded …4 sick|sickness',
    '^ leave to sickness {when}',
    'give|credit …2 back …3 leave|hols|holiday|al …6 {ill}',
    'got|was|been {ill} on my leave|holiday|holidays|hols|al',
    '{want} my leave|hols|holiday|al|days back …8 {ill}',
    'want|need …3 days back as sick|sickness',
  ],
  notWith: [
    'maternity',
    'unpaid',
    'carry over',
    'study leave',
    'died',
    'miscarriage',
    'sickness to …2 leave',
    'lost the|our|my baby',
  ],
  unsureWith: [
    '{someone} …3 {leave}',
    'my team',
    'sick|sickness to annual leave',
    'annual leave instead of sick',
    'miscarriage',
    'stillborn|stillbirth',
  ],
  readBack: [
    'Ill on annual leave, {firstDay..lastDay}: please count this as sickness, and give the leave back',
    ', from your post as {post}',
    AFTER_MIDNIGHT,
    YOUR_NOTE,
    '.',
  ],
  receipt: [
    'You need to have told work on the first day you were ill, as you would on a working day. If you could not, talk to your manager.',
    'If you were ill for more than 7 days, you also need a fit note.',
  ],
} satisfies ServiceData;
