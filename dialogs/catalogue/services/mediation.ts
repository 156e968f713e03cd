/** Two people cannot work together, and one of them asks for a mediator. With whom is not asked here. */
import { CONTACT_BY } from '../common-choices';
import { NOTE } from '../common-fields';
import { YOUR_NOTE } from '../common-sentences';
import type { ServiceData } from '../schema';

export const mediation = {
  id: 'mediation',
  version: 1,
  title: 'Ask for a mediator',
  owner: 'People services',
  audience: 'staff',
  policy: 'bullying-harassment-and-dignity-at-work',
  serviceLevelDays: 5,
  isPrivate: true,
  approver: 'none',
  forPost: false,
  fields: [
    {
      ...CONTACT_BY,
      ask: 'How should people services get in touch with you? You do not have to say more here.',
    },
    NOTE,
  ],
  mayTellOf: 'anybody',
  heardWith: [
    'mediator|mediation|mediate|mediated|mediaton',
    'neutral|impartial|independent|facilitated|facilitator',
    'third person|party',
    'go between',
    'in the middle',
    'both sides',
    'outside help',
    'two of us',
    'pair of us',
    'pair on we',
    'sort|sorted|settle|fix|resolve|reconcile|help|helped|talk|talked|talking|sit|bring',
  ],
  named: ['mediation', 'mediator'],
  starts: [
    '{want} …3 mediator|mediation',
    '{polite} {taking} …2 mediator|mediation',
    '{polite} …2 mediation',
    '{book} …1 mediator|mediation',
    '^ mediation|mediator please',
    '^ mediation requested',
    '{want} …2 neutral|independent|impartial person',
  ],
  notWith: [
    'tell me',
    'two of my',
    'between two of',
    'in my team',
    'on my team are|keep',
    'my staff',
    'members of staff',
    'hit me',
    'touched me',
    'sexual|sexually',
    'racist|racism',
    'divorce',
    'my husband|wife|partner|ex|neighbour|neighbours',
    'police',
  ],
  unsureWith: [
    'bullied|bullying|harassed|harassment',
    'compulsory',
    'refuse',
    'do i have to',
    'turn down',
  ],
  readBack: [
    'You are asking for a mediator. People services should reach you {contactBy}',
    YOUR_NOTE,
    '.',
  ],
  receipt: [
    'They will ask who is involved and what you would like to come out of it.',
    'Mediation is a choice. It goes ahead only if both of you agree.',
    'If you try it, you can still raise a grievance.',
  ],
} satisfies ServiceData;
