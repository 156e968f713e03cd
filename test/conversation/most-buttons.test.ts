import { asked } from '../../bot/conversation/draft-shown';
import { MOST_BUTTONS, type Button } from '../../bot/conversation/reply';
import type { Scene } from '../../bot/conversation/room';
import { dialogs } from '../../dialogs';
import { anAsker } from '../dialogs/an-asker';
import { talk } from '../dialogs/talk';

const button = (label: string): Button => ({ label, press: { kind: 'say', text: label } });

describe('a draft with more buttons than any door draws', () => {
  it('keeps "Cancel" and the way to a person', () => {
    const { draft } = talk(anAsker(), 'my overtime is missing from my december pay');
    const scene = { tools: { dialogs, attaching: undefined }, asking: {} } as unknown as Scene;
    const choices = ['1', '2', '3', '4', '5', '6', '7'].map(button);

    const { reply } = asked(scene, draft, 1, 'Which?', choices, [button('Talk to a person')]);

    expect(reply.buttons).toHaveLength(MOST_BUTTONS);
    expect(reply.buttons.map(({ label }) => label)).toEqual([
      '1',
      '2',
      '3',
      '4',
      'Talk to a person',
      'Cancel',
    ]);
  });
});
