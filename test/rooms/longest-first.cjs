/**
 * The long rooms first, so that no core stands idle at the end. Jest remembers what took long, but
 * a fresh clone has nothing to remember.
 */
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = ['console', 'golden', 'cli', 'knowledge', 'conversation', 'others', 'web'];

const placeOf = ({ path: file }) => {
  const place = LONG.indexOf(path.parse(file).name);
  return place < 0 ? LONG.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
