/**
 * What a fit note says: its days and its advice. Files cannot be sent through here yet, so the
 * note itself goes to the manager, as the sickness policy has it; both ends of the talk say so.
 */
import { FIRST_DAY, LAST_DAY, NOTE } from '../common-fields';
import { AFTER_MIDNIGHT, FOR_YOUR_POST } from '../common-sentences';
import type { ServiceData } from '../schema';

export const fitNote = {
  id: 'fit-note',
  version: 1,
  title: 'Tell us of a fit note',
  owner: 'People services',
  audience: 'staff',
  policy: 'sickness-absence-and-sick-pay',
  serviceLevelDays: 2,
  isPrivate: true,
  approver: 'none',
  forPost: false,
  guide:
    'I can tell people services what your fit note says. I cannot take the note itself: upload it, or email it to your manager.',
  fields: [
    {
      ...FIRST_DAY,
      ask: 'What is the first day on your fit note?',
      begun: true,
      within: { back: 180, ahead: 31 },
      saidAfter: ['from', 'starts', 'starting', 'runs from', 'since', 'dated', 'backdated to'],
    },
    {
      ...LAST_DAY,
      ask: 'And the last day on it?',
      within: { back: 180, ahead: 366 },
      saidAfter: ['until', 'up to', 'last day', 'signed off', 'covers me'],
    },
    {
      name: 'advice',
      kind: 'choice',
      ask: 'What does it say? It is one of the two boxes on the note.',
      label: 'the advice',
      words: ['advice', 'box'],
      choices: [
        {
          value: 'not-fit',
          label: 'I am not fit for work',
          shown: 'you are not fit for work',
          words: ['not fit', 'not fit for work', 'unfit', 'the first', 'not fit to work'],
          saidBy: [
            'not fit',
            'unfit',
            'isnt fit',
            'cannot|cant|cor work',
            'not …2 able to work',
            'unable to work',
          ],
        },
        {
          value: 'may-be-fit',
          label: 'I may be fit for work',
          shown: 'you may be fit for work',
          words: [
            'may be fit',
            'may be fit for work',
            'maybe fit',
            'might be fit',
            'the second',
            'fit with changes',
          ],
          saidBy: [
            'may|maybe|might be? fit',
            'could be fit',
            'amended duties',
            'light|lighter …1 duties|work',
            'altered|reduced hours',
            'phased return',
          ],
        },
      ],
    },
    // Its usual words would take "my note runs to the 28th" for a change of this field.
    {
      ...NOTE,
      ask: 'What changes does it suggest, or what else should people services know?',
      label: 'your message',
      words: ['message', 'comment', 'changes'],
    },
  ],
  named: [
    'fit note',
    'fitnote',
    'sick note',
    'sicknote',
    'doctors note',
    'sick line',
    'med3',
    'med 3',
  ],
  starts: [
    '{want} …2 {book} …3 fit|sick|doctors note',
    '{want} hand|send|give …4 fit|sick|doctors note',
    'hand|handing|send|sending|submit|submitting …1 in …3 fit|sick|doctors note|line',
    'sending in sicknote|fitnote',
    '^ fit|sick|doctors note {when}',
    '^ new fit|sick note',
    'got|have …4 fit|sick|doctors note …4 {when}',
    'heres|here is my …1 fit|sick|doctors note',
    'doctor|dr|gp|surgery has? signed me off',
    '^ signed off until|till|til {when}',
    'log|record …2 fit|sick|doctors note',
  ],
  notWith: [
    'do i need',
    'need a fit|sick note',
    'member of staff',
    'my team',
    'someone in my team',
    'first 7|seven days',
    'self certify',
    'self certificate',
    'occupational health',
    'passport',
    'visa',
    'died',
  ],
  unsureWith: [
    '{someone} …4 fit|sick|doctors note',
    'his|her|their fit|sick note',
    'do|will|should|must i',
    'can they',
    'back to work',
    'ask|asked for a fit|sick note',
    'lost my fit|sick note',
    'miscarriage',
    'stillborn|stillbirth',
  ],
  readBack: [
    'A fit note for {firstDay..lastDay}',
    '. It says {advice}',
    FOR_YOUR_POST,
    AFTER_MIDNIGHT,
    '. Your message: “{note}”',
    '.',
  ],
  receipt: [
    'Your note itself has not gone with this. Upload it, or email it to your manager, who can tell you how it is done where you work.',
    'If it says you may be fit, talk with your manager about the changes it suggests.',
  ],
} satisfies ServiceData;
