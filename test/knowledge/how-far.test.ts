import { howFar } from '../../knowledge';

describe('how far an own wording is', () => {
  it('takes a time of day for one figure', () => {
    const own = { text: 'Ring between 7:30 and 8.00 am, or pay £1,200.50.' };

    expect(howFar(own, { text: 'Ring.' }).otherFigures).toEqual(['7:30', '8.00 am', '£1,200.50']);
  });
});
