import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { recognise, services } from '../../dialogs';
import { chancesFor } from '../../dialogs/engine/hearing/heard';
import { aManager, anAsker } from './an-asker';

const asks = (name: string): string[] =>
  readFileSync(path.join(process.cwd(), 'dialogs/catalogue/asks', `${name}.txt`), 'utf8')
    .trim()
    .split('\n');

/** What was learnt moves with each learning; of many heard, so few may go another way. */
const MAY_MISS = 1;

/** Ways of asking that a new service comes with; more are written for it later. */
const FEWEST = 100;

describe('what is heard in words that no phrase foresaw', () => {
  it('starts the service that is meant', () => {
    const said: readonly [string, string][] = [
      ['coming down with something nasty so im staying in bed today', 'report-sickness'],
      ['the landlord wants proof i work here, can someone write it', 'employment-reference'],
      ['my night enhancements are not on this payslip at all', 'pay-query'],
      ['twins, due in august, thought id better tell you officially', 'maternity-leave'],
      ['would like to see someone at occupational health about my wrists', 'occupational-health'],
      ['friday week off please, its my sons graduation', 'book-annual-leave'],
    ];

    const missed = said.filter(([text, id]) => recognise(text, anAsker())?.service.id !== id);

    expect(missed.slice(MAY_MISS)).toEqual([]);
  });

  it('starts what is asked for by its plain name', () => {
    const said: readonly [string, string][] = [
      ['i want to ask for study leave', 'study-leave'],
      ['i need to claim travel or expenses', 'expenses-claim'],
      ['can you fill a vacancy', 'vacancy'],
      ['can you change my personal details', 'personal-details'],
      ['refer someone to occupational health please', 'occupational-health-referral'],
      ['i want bereavement leave', 'bereavement-leave'],
      ['unpaid parental leave please', 'unpaid-parental-leave'],
    ];

    const missed = said.filter(([text, id]) => {
      const found = recognise(text, aManager());
      return found?.certain !== true || found.service.id !== id;
    });

    expect(missed.slice(MAY_MISS)).toEqual([]);
  });

  it('starts what managers ask for, for managers alone', () => {
    const text = 'we have lost our band 3 ward clerk and need to advertise, 30 hours';

    expect(recognise(text, aManager())).toMatchObject({
      service: { id: 'vacancy' },
      certain: true,
    });
    expect(recognise(text, anAsker())?.service.id).not.toBe('vacancy');
  });

  it('gives what managers alone may ask for to the rest, where it may be either', () => {
    const either = new Map([
      ['none', 0.15],
      ['additional-hours', 0.5],
      ['pay-query', 0.35],
    ]);
    const managers = new Map([
      ['none', 0.05],
      ['additional-hours', 0.8],
      ['pay-query', 0.15],
    ]);

    expect(chancesFor(anAsker(), either).get('pay-query')).toBeCloseTo(0.7);
    expect(chancesFor(aManager(), either)).toEqual(either);
    expect(chancesFor(anAsker(), managers)).toEqual(managers);
  });

  it('starts nothing that is a question, done with, called off or for another desk', () => {
    const said = [
      'how long do i have to ring before my shift if im ill',
      'thanks, my reference came through this morning',
      'dont put the post out after all, the money has gone',
      'the new starter cupboard key is missing again',
      'what happens to my maternity pay if i resign',
      'is the pay office open on saturdays',
      'my neighbour is off sick from tesco',
    ];

    const started = said.filter((text) => recognise(text, aManager())?.certain === true);

    expect(started.slice(MAY_MISS)).toEqual([]);
  });

  it('starts what is surely asked for, though it is put as a question or names no form', () => {
    const said: readonly [string, string][] = [
      [
        'had flu all through my holiday last week, can the days go back',
        'convert-leave-to-sickness',
      ],
      [
        'we adopt a little girl in may and match on the 9th, how do i start the leave',
        'adoption-leave',
      ],
      [
        'three days of my leave are left, could they be moved into next year',
        'carry-over-annual-leave',
      ],
      ['would like a career conversation before the summer', 'career-conversation'],
      ['new cook joins us on 12 may, what do you need from me to set her up', 'new-starter'],
    ];

    const missed = said.filter(([text, id]) => {
      const found = recognise(text, aManager());
      return found?.certain !== true || found.service.id !== id;
    });

    expect(missed.slice(MAY_MISS)).toEqual([]);
  });

  it('leaves open what asks for the rule, however well it knows the service', () => {
    const said = [
      'how do i ask for flexible working?',
      'our baby was born asleep what leave do i get',
      'can i take some of my pension and keep working',
      'my son is two and in hospital, what leave is there',
      'im having twins, do i get longer off',
    ];

    for (const text of said) expect(recognise(text, anAsker())?.certain).not.toBe(true);
  });

  it('does not start what is called off or what grieves for an animal', () => {
    const said = [
      'please do not advertise the porter post',
      'our cat died',
      'our dog died last night',
    ];

    for (const text of said) expect(recognise(text, aManager())?.certain).not.toBe(true);
  });

  it('is not sure of a few words with a figure or a day in them: they may be an answer', () => {
    for (const text of ['due 10 april', '11 years and 2 months', 'from 24 to 30 hours'])
      expect(recognise(text, aManager())?.isSure).not.toBe(true);
  });

  it('has ways of asking for each service, and none that it is measured by', () => {
    const folder = path.join(process.cwd(), 'dialogs/evaluation/development');
    const measured = readdirSync(folder)
      .filter((name) => name.endsWith('requests.jsonl'))
      .flatMap((name) => readFileSync(path.join(folder, name), 'utf8').trim().split('\n'));
    const texts = new Set(
      measured.map((line) => (JSON.parse(line) as { text: string }).text.toLowerCase()),
    );

    for (const { id } of services) expect(asks(id).length).toBeGreaterThanOrEqual(FEWEST);
    const leaked = [...services.map(({ id }) => id), 'none']
      .flatMap(asks)
      .filter((line) => texts.has(line.toLowerCase()));
    expect(leaked).toEqual([]);
  });

  it('offers, and does not start, what is only looked up: nothing is wished and no day is named', () => {
    const said = ['paternity leave step dad', 'sick pay part time 4 yrs', 'expenses train ticket'];

    const started = (text: string) => recognise(text, anAsker())?.certain === true;
    expect(said.filter(started)).toEqual([]);
    expect(said.filter((text) => started(`${text} please`))).not.toEqual([]);
  });
});
