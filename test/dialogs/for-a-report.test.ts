import { aManager } from './an-asker';
import { fieldsAfter } from './talk';

const manager = aManager();

describe('what managers send for somebody who reports to them', () => {
  it('keeps the day on which a contract runs out apart from the new last day', () => {
    expect(fieldsAfter(manager, "extend tom's contract please, it runs out on 31 march")).toEqual({
      person: 'Tom Okafor',
    });
    expect(
      fieldsAfter(manager, "extend tom's contract, it ends on 31 march, until 30 june"),
    ).toMatchObject({ lastDay: '2027-06-30' });
  });

  it('takes the day as it is when it was asked for', () => {
    const first = "extend tom's contract please, it runs out on 31 march";

    expect(fieldsAfter(manager, first, 'it now ends on 30 june')).toMatchObject({
      lastDay: '2027-06-30',
    });
  });

  it('takes the last day of a span where the new end is meant', () => {
    const first = "extend tom's contract, put it back from 1 may to 1 august";

    expect(fieldsAfter(manager, first)).toMatchObject({ lastDay: '2027-08-01' });
  });

  it.each([
    ['acting up for tom from band 5 to band 6', '6'],
    ['acting up for tom, 7 to 8a', '8a'],
  ])('takes the higher band of "%s"', (first, band) => {
    expect(fieldsAfter(manager, first)).toMatchObject({ band });
  });

  it('hears no Saturday where somebody sat down', () => {
    expect(fieldsAfter(manager, 'log the return to work for tom, sat down with him today')).toEqual(
      { person: 'Tom Okafor', meetingDay: '2026-11-10' },
    );
  });

  it('takes the meeting, and not the days off before it', () => {
    const first = 'log the return to work for tom. he was off from monday to friday, we met today';

    expect(fieldsAfter(manager, first)).toMatchObject({ meetingDay: '2026-11-10' });
  });

  it('supposes nobody’s agreement', () => {
    const first = 'refer tom to occupational health for his back pain, ';

    expect(fieldsAfter(manager, `${first}he knows about it`)).not.toHaveProperty('agreed');
    expect(fieldsAfter(manager, `${first}he hasn't agreed yet`)).toMatchObject({ agreed: 'no' });
    expect(fieldsAfter(manager, `${first}he has agreed`)).toMatchObject({ agreed: 'yes' });
  });

  it('takes no car park for Jin Park', () => {
    const first = 'change the job title for one of my nurses, her car park pass needs it';

    expect(fieldsAfter(manager, first)).not.toHaveProperty('person');
  });
});
