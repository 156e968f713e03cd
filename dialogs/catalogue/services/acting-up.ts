/** A manager asks that someone be paid for a higher-banded job for a time. */
import { BAND } from '../common-choices';
import { FIRST_DAY, OPEN_LAST_DAY, PERSON } from '../common-fields';
import { AFTER_MIDNIGHT } from '../common-sentences';
import type { ServiceData } from '../schema';

/** A band that is higher than another is mostly said without the word: "3 to 4", "the 6 money". */
const bands = BAND.choices
  .filter(({ value }) => value !== 'none')
  .map((choice) => ({
    ...choice,
    saidBy: [
      ...choice.saidBy,
      `band|bands|b {number} to ${choice.value}`,
      `band {number} to b${choice.value}`,
      `to|at|as|be|into|onto a|the|acting ${choice.value}`,
      `to|at|as|into|onto the? band ${choice.value}`,
      `to|at|as|into|acting b${choice.value}`,
      `going|up|step|steps|stepping to ${choice.value}`,
      `the ${choice.value} money|post`,
      `on ${choice.value} pay|money`,
      ...(choice.value.startsWith('8') ? [choice.value] : []),
    ],
  }));

export const actingUp = {
  id: 'acting-up',
  version: 1,
  title: 'Acting up',
  owner: 'People services',
  audience: 'manager',
  policy: 'secondment-and-acting-up',
  serviceLevelDays: 5,
  approver: 'people-services',
  fields: [
    { ...PERSON, ask: 'Who is acting up?' },
    {
      ...BAND,
      ask: 'Which band is the higher job? For example: 6, or 8a.',
      choices: bands,
    },
    {
      ...FIRST_DAY,
      ask: 'From which day?',
      within: { back: 366, ahead: 366 },
      monthMeansFirst: true,
      pastWith: [
        'since …2 {when}',
        'back to {when}',
        'backdated to {when}',
        'started on? the? {when}',
        'began {when}',
      ],
      saidAfter: [
        'from',
        'since',
        'starting',
        'starts',
        'started',
        'beginning',
        'wef',
        'effective',
      ],
      notAfter: ['left us', 'left', 'retired', 'went off', 'gone off', 'stands empty'],
    },
    {
      ...OPEN_LAST_DAY,
      ask: 'What is the last day, if you know it?',
      saidAfter: ['until', 'to', 'through', 'last day', 'end', 'ends'],
      within: { back: 92, ahead: 731 },
    },
  ],
  named: ['acting up', 'act up', 'acting up form'],
  starts: [
    '^ acting up {someone}',
    '^ acting up for {someone}',
    '^ {someone} …2 acting up',
    '{want} …2 acting up form|request|arrangement',
    '{want} {someone} to act up',
    '{book} …3 acting up',
    '{someone} to act up',
    '{someone} is|will …2 acting up',
    '{someone} is|will be? stepping|step up to',
    'put {someone} …3 acting up',
    'pay {someone} at|as a? band {number} while',
    'temporary promotion for {someone}',
  ],
  notWith: [
    'im|i acting up',
    'i am acting up',
    'ive been acting up',
    'i have been acting up',
    'my acting up',
    'computer|laptop|system|printer|esr acting up',
    'is acting up again',
    'playing up',
    'secondment to',
    'vacancy',
    'new starter',
    'permanent promotion',
  ],
  unsureWith: [
    'my own',
    'pay me',
    'what',
    'whats',
    'how much',
    'how long',
    'limit',
    'advertise',
    'ends early',
    'should i|we',
    'entitled',
  ],
  readBack: [
    'Acting up: {person}',
    ', {personPost}',
    ', at {band}',
    [', {firstDay..lastDay}', ' from {firstDay}'],
    AFTER_MIDNIGHT,
    '.',
  ],
  receipt: [
    'It is not approved yet. Have the cost centre and the reason ready.',
    'Once it is agreed, give them the dates, the band and the duties in writing.',
    'If it ends or runs on, send the new date before the old one.',
  ],
} satisfies ServiceData;
