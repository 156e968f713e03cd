import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readWeights, writeWeights } from '../../bot/conversation/sensitive/weights-file';
import { projectRoot } from '../../bot/project-root';

const SUMS = { start: [-2.2, 0.5], threshold: -0.81 };

describe('the file of learnt weights', () => {
  it('is read as it was written, to a hundredth', () => {
    const { start, threshold, rowOf, rows } = readWeights(
      writeWeights(
        SUMS,
        new Map([
          ['tired', [1.234, 0]],
          ['so tired', [-10.66, 320]],
        ]),
      ),
    );

    expect({ start, threshold }).toEqual(SUMS);
    expect([...rowOf]).toEqual([
      ['tired', 0],
      ['so tired', 1],
    ]);
    expect([...rows]).toEqual([1.23, 0, -10.66, 320].map((number) => Math.fround(number)));
  });

  it('takes no number that it could not keep', () => {
    expect(() => writeWeights(SUMS, new Map([['tired', [328, 0]]]))).toThrow(RangeError);
  });

  it('says what to do where half of it is missing', () => {
    const file = path.join(projectRoot(), 'bot/conversation/sensitive/learnt/weights.json');
    const whole = JSON.parse(readFileSync(file, 'utf8')) as { rows: string };
    const half = { ...whole, rows: whole.rows.slice(0, 1000) };

    expect(() => readWeights(JSON.stringify(half))).toThrow('npm run sensitive:learn');
  });
});
