import { recognise, tellsOfLoss } from '../../dialogs';
import { aManager, anAsker, TEAM } from './an-asker';

describe('a loss that is told', () => {
  it.each([
    'my mum died',
    'she died this morning',
    'they died, both of them',
    'i dont know if i can go on with this, my mum died',
    'i dont know if you can help, i had a miscarriage last night',
    'ask if my leave can move, my mum died',
    'my mum died and i have to look after her dog',
    'my dad died and ive lost my phone',
    'i was with a patient when my dad died',
    'my mum’s died',
    'my brother was killed',
    'my best mate died',
    'my husband took his life',
    'my brother hanged himself on sunday',
    'i found my dad dead yesterday',
    'there was no heartbeat on friday',
    'had a termination last week',
    'my husband’s mum died',
    "my wife's dad died on sunday",
    'my little one’s dad died',
  ])('is heard: %s', (text) => {
    expect(tellsOfLoss(text)?.service.id).toMatch(/^(bereavement|pregnancy-or-baby-loss)-leave$/);
  });

  it.each([
    'what if my mum dies',
    'would i get time off if my nan died',
    'what happens if i lost the baby',
    'my dad died years ago',
    'her mum died',
    'tom okafor’s mum died',
    "Tom's mum died on friday",
    'priya’s old dad died',
    'my colleague’s mum died',
    'my manager’s husband died',
    'my friend’s baby died',
    'a patient of mine died, she died on the ward',
    'my dog died, she was 12',
    'the battery died',
    'i lost my baby photos',
    'she is dead tired',
    'my mum passed on the message',
    'my son passed on friday, his exam',
    'they had a termination meeting about my contract',
  ])('is somebody else’s, long ago, or none: %s', (text) => {
    expect(tellsOfLoss(text)).toBeUndefined();
  });
});

describe('a loss of one of the team', () => {
  it('is theirs without an apostrophe too', () => {
    expect(tellsOfLoss('tom okafors mum died', TEAM)).toBeUndefined();
    expect(tellsOfLoss('my mum died', TEAM)?.kind).toBe('death');
  });

  it('starts no leave for it in the name of who tells it', () => {
    const text = 'tom okafor’s mum died, book me friday off';

    expect(recognise(text, anAsker())?.certain).not.toBe(true);
    expect(recognise('my mum died, book me friday off', anAsker())?.service.id).toBe(
      'bereavement-leave',
    );
  });

  it('leaves their manager’s own request as it is', () => {
    const text = 'tom okafor’s mum died, please change his hours to 30 from 1 march';

    expect(recognise(text, aManager())).toMatchObject({
      service: { id: 'change-of-hours' },
      certain: true,
    });
  });
});

describe('somebody who has gone somewhere', () => {
  const service = (text: string) => recognise(text, anAsker())?.service.id;

  it.each([
    'mum has gone into hospital, i need friday off',
    'mum has gone into a hospice, i need friday off',
  ])('has not died: %s', (text) => {
    expect(service(text)).not.toBe('bereavement-leave');
  });

  it('may have died', () => {
    expect(service('my mum has gone, she went in her sleep, i need friday off')).toBe(
      'bereavement-leave',
    );
  });
});
