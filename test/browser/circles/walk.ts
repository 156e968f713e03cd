/** Walks one circle through every door that it touches, and holds each page to what it must say. */
import type { Page } from 'playwright-core';
import { wording } from '../../../bot/wording';
import { findService, type ServiceDefinition } from '../../../dialogs';
import { press, say, untilTold } from '../chat-page';
import type { Circle } from './circle';
import { moveOn, openRequest } from './desk-pages';
import { PERSON_NAMES, type Hospital, type PersonId } from './hospital';

const MANAGER: PersonId = 'grace-adeyemi';
const AGENT: PersonId = 'fern-lacey';
const shots = process.env.SHOTS;

interface Walk {
  readonly hospital: Hospital;
  readonly circle: Circle;
  readonly service: ServiceDefinition;
  readonly asker: PersonId;
  /** A picture of the page, where somebody wants to look. */
  readonly picture: (page: Page, step: string) => Promise<void>;
}

export async function walk(hospital: Hospital, circle: Circle): Promise<void> {
  const service = findService(circle.service);
  if (service === undefined) throw new Error(`The catalogue has no service "${circle.service}".`);
  let pictures = 0;
  const at: Walk = {
    hospital,
    circle,
    service,
    asker: circle.by ?? 'ana-pires',
    async picture(page, step) {
      pictures += 1;
      const file = `${shots}/circle-${service.id}-${pictures}-${step}.png`;
      if (shots !== undefined) await page.screenshot({ path: file });
    },
  };
  const reference = await isAsked(at);
  if (service.approver === 'manager') await isApproved(at, reference);
  await isWorked(at, reference);
  await isTold(at, reference);
}

/** @returns the reference on the receipt */
async function isAsked({ hospital, circle, service, asker, picture }: Walk): Promise<string> {
  const page = await hospital.pageOf(asker, '/chat');
  const sayAll = async (all: readonly string[], step: string): Promise<string> => {
    let read = '';
    for (const words of all) {
      read = await say(page, words);
      await picture(page, step);
    }
    return read;
  };
  expect(await sayAll(circle.says, 'asks')).toContain(circle.isReadBack);
  expect(await sayAll(circle.corrects, 'corrects')).toContain(circle.isReadBackThen);

  const receipt = await press(page, wording.request.send);
  await picture(page, 'receipt');
  expect(receipt).toContain(circle.receiptSays);
  // It is the middle of the night: who waits for people services is told when somebody is there.
  expect(receipt).toMatch(
    service.approver === 'manager'
      ? /^Sent to your manager, Grace Adeyemi, at 03:\d\d\./
      : /^Sent to Fellbridge people services at 03:\d\d\. .* People services open today at 8:30, /,
  );
  const [reference] = /PS-[0-9A-Z]{6}/.exec(receipt) ?? [''];
  return reference;
}

async function isApproved({ hospital, service, asker, picture }: Walk, reference: string) {
  const page = await hospital.pageOf(MANAGER, '/chat');
  const task = await say(page, 'what awaits me');
  await picture(page, 'task');
  expect(task).toContain(`${PERSON_NAMES[asker]} asks for your approval: ${service.title}`);
  expect(await press(page, wording.approvals.approve)).toContain(`(${reference}). It now goes to`);
  await picture(page, 'approved');
}

async function isWorked({ hospital, service, picture }: Walk, reference: string) {
  const page = await hospital.pageOf(AGENT, '/console/requests');
  await openRequest(page, service.title);
  await picture(page, 'desk');
  expect(await page.locator('main').innerText()).toContain(reference);
  if (service.approver === 'people-services')
    expect(await moveOn(page, 'approved')).toContain('will be told: approved.');
  expect(await moveOn(page, 'done')).toContain('will be told: done.');
  await picture(page, 'done');
}

async function isTold(at: Walk, reference: string) {
  const { hospital, service, asker, picture } = at;
  const page = await hospital.pageOf(asker, '/chat');
  const { privateUpdate, done } = wording.notices;
  const told = await untilTold(page, reference, service.approver === 'none' ? 1 : 2);
  await picture(page, 'told');
  if (!service.isPrivate) {
    expect(told.at(-1)).toBe(done(service.title, reference).replaceAll('**', ''));
  } else {
    // Whoever looks over a shoulder learns nothing.
    expect(new Set(told)).toEqual(new Set([privateUpdate(reference)]));
    expect(await press(page, wording.notices.showIt)).toMatch(isDone(at, reference));
    await picture(page, 'shown');
  }
  await isRated(at, page, reference);
  expect(await say(page, 'my requests')).toMatch(isDone(at, reference));
  await picture(page, 'closed');
}

/** Whoever has just lost somebody is not asked how satisfied they are. */
async function isRated({ service, picture }: Walk, page: Page, reference: string) {
  const asking = page.locator('.turn', { hasText: reference }).locator('.feedback');
  if (!service.asksFeedback) {
    expect(await asking.count()).toBe(0);
    return;
  }
  const { scores, thanks } = wording.feedback.satisfied;
  await asking.last().getByRole('button', { name: scores[4], exact: true }).click();
  const said = asking.locator('.feedback__thanks');
  await said.waitFor();
  await picture(page, 'rated');
  await page.reload();
  expect(await said.allInnerTexts()).toEqual([thanks(5)]);
  expect(await asking.count()).toBe(1);
}

const isDone = ({ service }: Walk, reference: string): RegExp =>
  new RegExp(`^${service.title} \\(${reference}\\): .*done`, 'm');
