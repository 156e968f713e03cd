/** Support. */
import type { Circle } from './circle';

export const support: readonly Circle[] = [
  {
    service: 'wellbeing-support',
    says: ['can i get some counselling please, not sleeping since my divorce', 'ring me'],
    isReadBack: 'You are asking for wellbeing support. They should reach you by phone.',
    corrects: ['actually email'],
    isReadBackThen: 'They should reach you by email.',
    receiptSays: 'Nobody has to approve this, and it does not go to your manager.',
  },
  {
    service: 'mediation',
    by: 'tom-okafor',
    says: ['me and another nurse cant be in the same room, can we have a mediator', 'teams'],
    isReadBack: 'You are asking for a mediator. People services should reach you on Teams.',
    corrects: ['no, ring me'],
    isReadBackThen: 'People services should reach you by phone.',
    receiptSays: 'Mediation is a choice.',
  },
  {
    service: 'exit-conversation',
    says: ['im leaving on 26 february and would like an exit interview, not with grace', 'email'],
    isReadBack: 'Your last day: Friday 26 February 2027.',
    corrects: ['no, my last day is 5 march'],
    isReadBackThen: 'Your last day: Friday 5 March 2027.',
    receiptSays: 'This does not hand in your notice.',
  },
  {
    service: 'occupational-health-referral',
    by: 'grace-adeyemi',
    says: ['please refer tom to occupational health, his back keeps going', 'not yet'],
    isReadBack: 'Tom has not agreed yet.',
    corrects: ['he has agreed now'],
    isReadBackThen: 'Tom has agreed to it.',
    receiptSays: 'Have these ready: the absence record',
  },
];
