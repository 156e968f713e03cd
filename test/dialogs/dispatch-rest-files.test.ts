import { Refused, TryLater } from '../../dialogs/dispatch/connector';
import { type FakeServiceNow, fakeServiceNow, type Fault } from '../fakes/fake-servicenow';
import { aJpeg, aPdf, attached } from '../support/some-files';
import { connectorTo, mappingTo, problem, send, thrownBy } from '../support/servicenow-as-mapped';

const note = attached({ id: 'a'.repeat(64), name: 'fit note.pdf' });
const photo = attached({ id: 'b'.repeat(64), name: 'IMG_2034 2.jpg', type: 'image/jpeg' });
const contents = new Map([
  [note.id, aPdf()],
  [photo.id, aJpeg()],
]);

describe('files on their way to ServiceNow', () => {
  let instance: FakeServiceNow;
  beforeEach(async () => {
    instance = await fakeServiceNow();
  });
  afterEach(() => instance.close());

  const connector = (mapping = {}) =>
    connectorTo(instance.url, { readFile: async (id) => contents.get(id), mapping });
  const sendBoth = (limitMs = 5_000) => send(connector(), limitMs, { files: [note, photo] });
  const names = () => instance.files.map(({ file_name }) => file_name);

  it('are put on the case, each as what it is', async () => {
    await sendBoth();

    expect(instance.files).toMatchObject([
      { table_name: 'sn_hr_core_case', table_sys_id: 'sys-HRC0000001', content_type: note.type },
      { file_name: 'IMG_2034 2.jpg', content_type: 'image/jpeg' },
    ]);
  });

  it.each<[string, Fault]>([
    ['it fails before the work', problem('attach', 503)],
    ['the line is cut after the work', { on: 'attach', does: 'cut-after-the-work' }],
    ['no answer comes after the work', { on: 'attach', does: 'silent-after-the-work' }],
    ['the question for it fails', problem('file-look-up', 500)],
  ])('are there once, and the case too, where %s and it is tried again', async (_, fault) => {
    instance.script(fault);
    expect(await thrownBy(sendBoth(300))).toBeInstanceOf(TryLater);

    expect(await sendBoth()).toEqual({ reference: 'HRC0000001' });
    expect(instance.cases).toHaveLength(1);
    expect(names()).toEqual([note.name, photo.name]);
  });

  it('go to a case that was made before the first of them failed', async () => {
    instance.script({ on: 'create', does: 'cut-after-the-work' });
    await thrownBy(sendBoth());
    await sendBoth();

    expect(names()).toEqual([note.name, photo.name]);
  });

  it('are refused for good where the receiver takes no such file, and a person looks', async () => {
    instance.script(problem('attach', 413));

    expect(await thrownBy(sendBoth())).toBeInstanceOf(Refused);
  });

  it('are not left out in silence where the mapping does not say how', async () => {
    const { attach, ...mapping } = mappingTo(instance.url);
    expect(attach).toBeDefined();
    const without = connectorTo(instance.url, { mapping: { ...mapping, attach: undefined } });

    const error = await thrownBy(send(without, 5_000, { files: [note] }));

    expect(error).toBeInstanceOf(Refused);
    expect(String(error)).toContain('add "attach"');
  });

  it('are asked for by names that end no query of theirs', async () => {
    await send(connector(), 5_000, { files: [{ ...note, name: 'a b.pdf' }, photo] });
    await send(connector(), 5_000, { files: [{ ...note, name: 'a b.pdf' }, photo] });

    expect(names()).toEqual(['a b.pdf', photo.name]);
  });
});
