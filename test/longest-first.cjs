/**
 * The long ones first, so that no core stands idle at the end. Jest remembers what took long, but
 * a fresh clone has nothing to remember.
 */
const path = require('node:path');
const { default: Sequencer } = require('@jest/test-sequencer');

const LONG = [
  // test/rooms
  ...['others', 'console', 'golden', 'conversation', 'knowledge', 'dialogs'],
  // test/browser
  ...['circles-of-leave', 'circles-of-work', 'monday-morning'],
  // test/slow
  ...['false-alarms', 'postgres', 'care-beside-requests', 'fuzzed-activities'],
  // test/faults: some work long, and some wait long
  ...['approvals', 'random-kills', 'reported-status', 'files', 'killed', 'mails', 'deliveries'],
];

const placeOf = ({ path: file }) => {
  const place = LONG.indexOf(path.basename(file, '.ts').replace(/\.test$/, ''));
  return place < 0 ? LONG.length : place;
};

module.exports = class LongestFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((one, other) => placeOf(one) - placeOf(other));
  }
};
