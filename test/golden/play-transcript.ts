/**
 * Plays a transcript: what the person says is kept, what the assistant says is made anew, so
 * that a change of wording shows as a difference that anybody can read.
 *
 *   # what it shows
 *   who: ana-pires            a person of the directory, or "nobody fellbridge" for the stand-in
 *   when: 2026-11-21T14:00    London time of the first turn; each turn is a minute later
 *   away: grace-adeyemi 2026-11-20 2026-11-30   somebody is away on these days (may be left out)
 *   staff: what is typed      · press: the label of a button of the last reply · desk: approved|declined|done|asked|noted [words]
 *   group: what is typed in a group chat of Teams, by who speaks now
 *   desk: expected 2027-03-08 WHY   the desk gives it another day
 *   file: fit note.pdf | second.jpg   files are added; their names say what is in them
 *   form: firstDay = 3 may | lastDay = …   the form that stands open is sent in, with these of its fields changed;
 *                             "leave: …" goes back to the chat with them
 *   wait: 2026-11-25T09:30    it is that time now, and the clocks have been looked at
 *   people: fern-lacey take|answer WORDS|close   what somebody of the people team does in the console with the
 *                             question of who speaks now, who is told; "people: fern-lacey read" shows what they see
 *   phone: fern-lacey         who speaks now rings her: from here to the next "as:" she writes what they say
 *   as: grace-adeyemi         somebody else speaks from here on, in a conversation of their own
 *   bot:   the reply, with its outcome, sources and buttons
 */
import { DateTime } from 'luxon';
import type { Reply } from '../../bot/conversation/reply';
import type { Changes } from '../support/changed-people';
import type { Said } from '../../bot/conversation/turn';
import { wording } from '../../bot/wording';
import { openStage, type Stage } from './stage';

export { builtInKnowledge } from './stage';
export { directory } from '../support/directory';

type Kind =
  | 'staff'
  | 'group'
  | 'press'
  | 'file'
  | 'form'
  | 'leave'
  | 'desk'
  | 'people'
  | 'phone'
  | 'as'
  | 'wait';

interface Script {
  readonly comments: readonly string[];
  readonly who: string;
  readonly when: string;
  readonly away: readonly string[];
  readonly lines: readonly { readonly kind: Kind; readonly text: string }[];
}

/**
 * @param hear told of every reply and notice, as it is said
 * @returns the transcript as it is now
 */
export async function playTranscript(
  text: string,
  hear: (reply: Reply) => void = () => undefined,
): Promise<string> {
  const script = readScript(text);
  const shown = (reply: Reply): string[] => {
    hear(reply);
    return written(reply);
  };
  const stage = await openStage(script.who, { changes: absences(script.away) });
  const away = script.away.map((line) => `away: ${line}`);
  const out = [...script.comments, `who: ${script.who}`, `when: ${script.when}`, ...away, ''];
  let at = DateTime.fromISO(script.when, { zone: 'Europe/London' });
  for (const [index, line] of script.lines.entries()) {
    out.push(`${line.kind}: ${line.text}`);
    if (line.kind === 'desk') {
      out.push(...(await stage.desk(line.text, at.toJSDate())).flatMap(shown));
    } else if (line.kind === 'people') {
      const { page, notices } = await stage.people(line.text, at.toJSDate());
      out.push(...page.map((seen) => `page: ${seen}`), ...notices.flatMap(shown));
    } else if (line.kind === 'phone') {
      await stage.call(line.text, at.toJSDate());
    } else if (line.kind === 'wait') {
      at = DateTime.fromISO(line.text, { zone: 'Europe/London' });
      out.push(...(await stage.wait(at.toJSDate())).flatMap(shown));
    } else if (line.kind === 'group') {
      const said = { kind: 'text', text: line.text } as const;
      out.push(...shown(await stage.sayInGroup(said, String(index), at.toJSDate())));
    } else if (line.kind === 'as') {
      out.push(...(await stage.become(line.text, at.toJSDate())).flatMap(shown));
    } else {
      const said = await saidIn(stage, line, String(index), at.toJSDate());
      out.push(...shown(await stage.say(said, String(index), at.toJSDate())));
    }
    out.push('');
    at = at.plus({ minutes: 1 });
  }
  await stage.close();
  return `${out.join('\n').trimEnd()}\n`;
}

async function saidIn(
  stage: Stage,
  { kind, text }: Script['lines'][number],
  message: string,
  at: Date,
): Promise<Said> {
  if (kind === 'file') return stage.sent(text.split(' | '), message, at);
  if (kind === 'staff') return { kind: 'text', text };
  if (kind === 'press') return stage.pressed(text);
  const changes = text.split(' | ').flatMap((part) => {
    const [, name = '', value = ''] = /^(\w+) =\s?(.*)$/.exec(part.trim()) ?? [];
    return name === '' ? [] : [[name, value] as const];
  });
  return stage.filledIn(kind === 'leave' ? 'leave-form' : 'fill-in', Object.fromEntries(changes));
}

function readScript(text: string): Script {
  const lines = text.split('\n');
  const value = (name: string): string =>
    lines
      .find((line) => line.startsWith(`${name}: `))
      ?.slice(name.length + 2)
      .trim() ?? '';
  return {
    comments: lines.filter((line) => line.startsWith('#')),
    who: value('who'),
    when: value('when'),
    away: lines.flatMap((line) => /^away: (.*)$/.exec(line)?.[1] ?? []),
    lines: lines.flatMap((line) => {
      const [, kind, said] =
        /^(staff|group|press|file|form|leave|desk|people|phone|as|wait): ?(.*)$/.exec(line) ?? [];
      return kind === undefined ? [] : [{ kind: kind as Kind, text: said ?? '' }];
    }),
  };
}

/** @param lines such as `grace-adeyemi 2026-11-20 2026-11-30` */
function absences(lines: readonly string[]): Changes {
  return Object.fromEntries(
    lines.map((line) => {
      const [id = '', awayFrom, awayUntil] = line.split(' ');
      return [id, { awayFrom, awayUntil }];
    }),
  );
}

/** The way to a form is not written: it would stand in nearly every transcript. */
function shownForm(form: Reply['form']): string[] {
  if (form?.kind !== 'open') return [];
  return form.fields.flatMap(({ name, label, optional, value, problem }) => [
    `  [${name}${optional ? ', optional' : ''}] ${label} ${value}`.trimEnd(),
    ...(problem === null ? [] : [`    ! ${problem}`]),
  ]);
}

const indented = (text: string): string[] =>
  text === '' ? [] : text.split('\n').map((line) => (line === '' ? '' : `  ${line}`));

function written(reply: Reply): string[] {
  const request =
    reply.request === null
      ? ''
      : ` ${reply.request.service} ${reply.request.stage} ${JSON.stringify(reply.request.fields)}`;
  return [
    `bot: (${reply.outcome})${request}`,
    ...indented(reply.text),
    ...indented(reply.more === null ? '' : `(More on this)\n\n${reply.more}`),
    ...reply.citations.map(({ number, clause }) => `  [${number}] ${clause}`),
    ...(reply.upload === null ? [] : [`  + ${wording.files.label(reply.upload.what)}`]),
    ...shownForm(reply.form),
    ...reply.buttons.map(({ label }) => `  · ${label}`),
    ...shownFeedback(reply.feedback),
    ...(reply.inCompany === true ? [`  → ${wording.group.link}`] : []),
  ];
}

function shownFeedback(feedback: Reply['feedback']): string[] {
  if (feedback === null) return [];
  const { rated, satisfied } = feedback;
  return satisfied === undefined
    ? [`  — ${wording.feedback.ask}${rated === null ? '' : ` (${rated})`}`]
    : [`  — ${wording.feedback.satisfied.ask}${satisfied === null ? '' : ` (${satisfied})`}`];
}
