/** "Stop e-mails", "e-mail me": whether somebody hears by e-mail that there is news for them. */
import { mailWording } from '../wording-mail';
import { contactOf } from './people';
import { plainly, type Played, type Scene } from './room';

export async function wishForMails(scene: Scene, wanted: boolean): Promise<Played> {
  const effects = [{ kind: 'mails-wanted', wanted }] as const;
  if (!wanted) return { ...said(mailWording.off), effects };
  const { asking, tools, turn } = scene;
  if (tools.sendsMails !== true) return said(mailWording.notHere);
  const address = (await tools.directory.person(asking.id))?.email;
  if (address !== undefined) return { ...said(mailWording.on(address)), effects };
  const contact = await contactOf('people-team', asking, tools.directory, turn.at);
  return said(mailWording.noAddress(contact));
}

const said = (text: string): Played => plainly({ outcome: 'small-talk', text }, 'e-mails');
