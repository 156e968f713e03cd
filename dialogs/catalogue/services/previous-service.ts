/** Earlier NHS service goes on somebody's record, one employer at a time. What it then counts for has rules of its own. */
import { FIRST_DAY, LAST_DAY } from '../common-fields';
import { AFTER_MIDNIGHT } from '../common-sentences';
import type { ServiceData } from '../schema';

/** Some sixty years: longer than anybody has worked. */
const WORKING_LIFE = { back: 22_000, ahead: 0 };

export const previousService = {
  id: 'previous-service',
  version: 1,
  title: 'Count my earlier NHS service',
  owner: 'People services',
  audience: 'staff',
  policy: 'annual-leave-and-bank-holidays',
  serviceLevelDays: 10,
  approver: 'people-services',
  attaches: {
    what: 'an old contract or payslip',
    ifNone: 'You will usually need proof, such as an old contract or payslip.',
  },
  forPost: false,
  fields: [
    {
      name: 'employer',
      kind: 'text',
      ask: 'Which NHS employer was it? If there were several, start with one.',
      label: 'the employer',
      words: ['employer', 'trust', 'hospital', 'place'],
      maxLength: 100,
      isOrganisation: true,
      saidAfter: [
        'previous employer(?: is| was)?',
        'last job(?: is| was)(?: at)?',
        '(?:previous|prior|earlier) (?:nhs )?service:',
        'service (?:at|with|from)(?! (?:this|the) )',
        '(?:years|yrs|months|weeks) (?:at|with|from|in)(?! (?:the nhs|another|the health)\\b)',
        'employed (?:at|by)',
        'employment (?:at|with)',
        'worked (?:at|for)',
        'working (?:at|for|in)',
        '(?:was|were|been|started|finished|cleaner|clerk) (?:at|with)',
        'came over from',
        'verify with',
        'iat from',
        'it was(?= \\S+ (?:hospital|trust|general|infirmary)\\b)',
        'at(?! (?:the|a|all|work|home|both|least|too)\\b)',
      ],
    },
    {
      ...FIRST_DAY,
      ask: 'When did you start there? A month and a year will do, such as August 2011.',
      begun: true,
      monthWillDo: true,
      within: WORKING_LIFE,
      onlyBeside: true,
      saidAfter: ['from', 'since', 'start'],
    },
    {
      ...LAST_DAY,
      ask: 'When did you leave there? A month and a year will do.',
      begun: true,
      monthWillDo: true,
      within: WORKING_LIFE,
      saidAfter: [
        'until',
        'to',
        'up to',
        'through',
        'last day',
        'ended',
        'end',
        'left',
        'finished',
      ],
    },
  ],
  named: ['previous service', 'prior service', 'reckonable service', 'continuous service'],
  starts: [
    '{want} …4 previous|earlier|prior|past|old nhs? service|years …3 added|counted|recognised|on',
    '^ previous|prior|earlier nhs? service|employment',
    '{polite} …1 add my …2 nhs years|service',
    '{want} …2 reckonable|continuous service …3 checked|added|updated|corrected|changed',
    'reckonable|continuous service date is wrong',
    'add|count|recognise my previous|old|earlier|other …1 nhs service|years|time',
    'years|service …2 at|with|from …6 added|counted|recognised',
  ],
  notWith: [
    'long service award',
    'service user|users',
    'service desk',
    'pension',
    'redundancy',
    'carry over',
  ],
  unsureWith: ['does|do|will|would …4 count', 'how many|much', 'lose|lost', 'someone|somebody'],
  readBack: [
    'Earlier NHS service at {employer}',
    ', {firstDay..lastDay}',
    ', to be counted in your post as {post}',
    AFTER_MIDNIGHT,
    '.',
  ],
  receipt: [
    'They may ask what your job was there.',
    'If you worked for other NHS employers too, tell me about each of them.',
  ],
} satisfies ServiceData;
