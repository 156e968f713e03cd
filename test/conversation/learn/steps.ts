/** Small steps down a slope, each number at a pace of its own (Adam, with weights that shrink a little). */
export interface Steps {
  /** Added up by the caller, and nothing again after each step. */
  readonly slopes: Float32Array;
  step(pace: number): void;
}

const FIRST = 0.9;
const SECOND = 0.999;

/** @param numbers moved in place  @param shrink how much of each number a step takes off, per pace */
export function createSteps(numbers: Float32Array, shrink: number): Steps {
  const slopes = new Float32Array(numbers.length);
  const means = new Float32Array(numbers.length);
  const squares = new Float32Array(numbers.length);
  let taken = 0;
  return {
    slopes,
    step(pace) {
      taken += 1;
      const [fairMean, fairSquare] = [1 - FIRST ** taken, 1 - SECOND ** taken];
      for (let at = 0; at < numbers.length; at += 1) {
        const slope = slopes[at] ?? 0;
        const mean = FIRST * (means[at] ?? 0) + (1 - FIRST) * slope;
        const square = SECOND * (squares[at] ?? 0) + (1 - SECOND) * slope * slope;
        means[at] = mean;
        squares[at] = square;
        const move = mean / fairMean / (Math.sqrt(square / fairSquare) + 1e-8);
        numbers[at] = (numbers[at] ?? 0) - pace * (move + shrink * (numbers[at] ?? 0));
      }
      slopes.fill(0);
    },
  };
}
