/** What managers start, beyond the first twelve. */
import type { Circle } from './circle';

export const managers: readonly Circle[] = [
  {
    service: 'change-for-a-report',
    by: 'grace-adeyemi',
    says: ['jins job title is wrong on esr, it should say sister, please change it', '1 march'],
    isReadBack: 'Change to the record of Jin Park, Staff Nurse, Ward 7, from Monday 1 March 2027.',
    corrects: ['no, from 15 february'],
    isReadBackThen: 'from Monday 15 February 2027',
    receiptSays: 'Nothing changes until people services have dealt with it.',
  },
  {
    service: 'fixed-term-extension',
    by: 'grace-adeyemi',
    says: ['priyas contract runs out 31 march, please extend it to 30 september'],
    isReadBack:
      'Contract extension: Priya Nair, Healthcare Assistant, Ward 7, new last day Thursday 30 September 2027.',
    corrects: ['no, 31 october'],
    isReadBackThen: 'new last day Sunday 31 October 2027',
    receiptSays: 'The contract keeps its old last day',
  },
  {
    service: 'acting-up',
    by: 'grace-adeyemi',
    says: ['jin is acting up to band 6 from 15 february to 30 april'],
    isReadBack:
      'Acting up: Jin Park, Staff Nurse, Ward 7, at band 6, Monday 15 February to Friday 30 April 2027.',
    corrects: ['no, until 31 may'],
    isReadBackThen: 'Monday 15 February to Monday 31 May 2027',
    receiptSays: 'It is not approved yet.',
  },
  {
    service: 'return-to-work-meeting',
    by: 'grace-adeyemi',
    says: ['please log my return to work meeting with zofia, we met on friday'],
    isReadBack:
      'Return to work meeting: Zofia Nowak, Ward Clerk, Ward 7, on Friday 29 January 2027.',
    corrects: ['no, the meeting was yesterday'],
    isReadBackThen: 'on Sunday 31 January 2027',
    receiptSays: 'Agree with them what colleagues will be told.',
  },
  {
    service: 'additional-hours',
    by: 'grace-adeyemi',
    says: ['can you pay tom the extra 3 hours he stayed on saturday'],
    isReadBack:
      'Extra hours to pay: Tom Okafor, Staff Nurse, Ward 7, 3 hours, starting on Saturday 30 January 2027.',
    corrects: ['no, 3.5 hours'],
    isReadBackThen: 'Ward 7, 3.5 hours, starting on Saturday',
    receiptSays: 'Have these ready: the start, the end and the break.',
  },
  {
    service: 'probation-outcome',
    by: 'grace-adeyemi',
    says: ['need to record jins probation', 'she needs more time, until 31 may'],
    isReadBack:
      'Probation of Jin Park, Staff Nurse, Ward 7: more time is needed, until Monday 31 May 2027.',
    corrects: ['no, until 30 june'],
    isReadBackThen: 'until Wednesday 30 June 2027',
    receiptSays: 'Keep the dates of your meetings',
  },
];
