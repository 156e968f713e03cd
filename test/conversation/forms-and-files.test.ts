/** A file comes while a form stands open: neither is lost, and nothing that was not read back is sent. */
import type { Said } from '../../bot/conversation/turn';
import { wording } from '../../bot/wording';
import { openStage, type Stage } from '../golden/stage';

const AT = new Date('2026-11-23T09:00:00Z');
const NOTE = { firstDay: '2026-11-23', lastDay: '2026-12-06', advice: 'not-fit' };

describe('a form and a file', () => {
  let stage: Stage;
  let count = 0;
  const say = (said: Said) => stage.say(said, `m${(count += 1)}`, AT);
  const type = (text: string) => say({ kind: 'text', text });
  const press = (label: string) => say(stage.pressed(label));
  const send = async (...names: string[]) => say(await stage.sent(names, `m${(count += 1)}`, AT));

  beforeEach(async () => {
    stage = await openStage('jin-park');
    await type('i want to hand in my fit note');
  }, 60_000);
  afterEach(() => stage.close());

  it('stand together: the form stays, also one that was drawn before the file', async () => {
    const open = await press(wording.form.instead);
    expect(open).toMatchObject({ form: { kind: 'open' }, upload: { what: 'your fit note' } });
    const drawnBefore = stage.filledIn('fill-in', NOTE);
    const added = await send('note.pdf');
    expect(added.text).toBe(`${wording.files.added(['note.pdf'])}\n\n${wording.form.carryOn}`);
    expect(added.form).toEqual(open.form);
    expect(added.upload).not.toBeNull();

    const read = await say(drawnBefore);
    expect(read.request?.stage).toBe('confirming');
    expect(read.text).toContain('Your file “note.pdf” goes with it.');
    expect((await press(wording.request.send)).text).toContain(wording.files.went(1));
  });

  it('keep what was wrong in the form in view', async () => {
    await press(wording.form.instead);
    const wrong = await say(stage.filledIn('fill-in', { ...NOTE, lastDay: '31 june' }));

    expect((await send('note.pdf')).form).toEqual(wrong.form);
    expect((await press(wording.files.takeOut(1))).form).toEqual(wrong.form);
  });

  it('stay while it is asked which file is taken out', async () => {
    const open = await press(wording.form.instead);
    await send('one.pdf', 'two.jpg');
    const asked = await press(wording.files.takeOut(2));
    expect(asked).toMatchObject({ text: wording.files.which, form: open.form });

    expect((await press(wording.files.keep)).form).toEqual(open.form);
    await type('take the file out');
    const left = await press(wording.files.takeOutOne('one.pdf'));
    expect(left.text).toContain(wording.files.takenOut('one.pdf'));
    expect(left.form).toEqual(open.form);
  });

  it('stay when no file can be taken, and after a word in between', async () => {
    const open = await press(wording.form.instead);
    const refused = await send('empty.pdf');
    expect(refused.text).toContain(wording.form.carryOn);
    expect(refused.form).toEqual(open.form);

    expect(await type('thanks')).toMatchObject({ form: open.form, upload: open.upload });
  });

  it.each([
    ['one message', [['1.pdf', '2.pdf', '3.pdf', '4.pdf']]],
    [
      'several',
      [
        ['1.pdf', '2.pdf'],
        ['3.pdf', '4.pdf'],
      ],
    ],
  ])('are three at the most, and it is told that no more were kept, of %s', async (_, messages) => {
    let last = '';
    for (const names of messages) last = (await send(...names)).text;

    expect(last).toContain('“3.pdf”');
    expect(last).not.toContain('“4.pdf”');
    expect(last).toContain(wording.files.tooMany(3));
  });

  it('make the button of the read-back before old: it told of no file', async () => {
    await press(wording.form.instead);
    const read = await say(stage.filledIn('fill-in', NOTE));
    await type('form');
    await send('note.pdf');
    const old = await say({ kind: 'press', press: read.buttons[0]!.press });

    expect(old.text).toContain(wording.request.oldButton);
    expect(old.request?.stage).toBe('asking');
  });
});
