/** Leave that is not used by the end of the leave year, kept for the next one. In hours: days can be long or short. */
import { REASON } from '../common-fields';
import type { ServiceData } from '../schema';

export const carryOverAnnualLeave = {
  id: 'carry-over-annual-leave',
  version: 1,
  title: 'Carry over annual leave',
  owner: 'People services',
  audience: 'staff',
  policy: 'annual-leave-and-bank-holidays',
  serviceLevelDays: 5,
  approver: 'manager',
  fields: [
    {
      name: 'hours',
      kind: 'hours',
      ask: 'How many hours of leave would you like to carry over?',
      label: 'the hours',
      words: ['hours', 'number of hours', 'amount'],
      min: 0.25,
      max: 500,
    },
    {
      ...REASON,
      ask: 'Why could you not take this leave? A few words will do.',
      saidAfter: [...REASON.saidAfter, 'cos of', 'cos', 'reason is', 'the reason being'],
    },
  ],
  named: [
    'carry over',
    'carry over annual leave',
    'carry over leave',
    'carry al over',
    'carry my leave over',
    'leave carry over',
  ],
  starts: [
    '{want} carry …5 over',
    '{polite} carry …5 over',
    '{want} carry over …3 hours',
    '{book} …2 carry over',
    '^ carry over …3 hours|days|week|weeks',
    '^ carry over {number}',
    '^ carry …4 leave over',
    '^ al|leave carry over request',
    'carry …5 into|to|over next …1 year',
    'carry forward …4 leave|hours|hols|days',
    'move|roll|put|transfer|bring …6 leave|hours|hrs|hols …4 next|new …1 year',
  ],
  notWith: ['sick pay', 'paid for', 'leaver', 'study leave', 'toil', 'lieu', 'flexi', 'died'],
  unsureWith: [
    '{someone} …3 {leave}',
    'paid instead',
    'sell',
    'my team',
    'my staff',
    'study leave',
  ],
  readBack: [
    'Carry over {hours} hours of annual leave into the next leave year',
    ', from your post as {post}',
    '. The reason you gave: “{reason}”',
    '.',
  ],
  receipt: [
    'Not agreed yet. Many employers let you carry over only a small amount.',
    'Your manager may ask when you would take it.',
  ],
} satisfies ServiceData;
