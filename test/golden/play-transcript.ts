/**
 * Plays a transcript: what the person says is kept, what the assistant says is made anew, so
 * that a change of wording shows as a difference that anybody can read.
 *
 *   # what it shows
 *   who: ana-pires            a person of the directory, or "nobody fellbridge" for the stand-in
 *   when: 2026-11-21T14:00    London time of the first turn; each turn is a minute later
 *   staff: what is typed      · press: the label of a button of the last reply · desk: approved|declined|done [note]
 *   bot:   the reply, with its outcome, sources and buttons
 */
import { DateTime } from 'luxon';
import type { Reply } from '../../bot/conversation/reply';
import { openStage } from './stage';

export { builtInKnowledge, directory } from './stage';

interface Script {
  readonly comments: readonly string[];
  readonly who: string;
  readonly when: string;
  readonly lines: readonly { readonly kind: 'staff' | 'press' | 'desk'; readonly text: string }[];
}

/** @returns the transcript as it is now */
export async function playTranscript(text: string): Promise<string> {
  const script = readScript(text);
  const stage = await openStage(script.who);
  const out = [...script.comments, `who: ${script.who}`, `when: ${script.when}`, ''];
  let at = DateTime.fromISO(script.when, { zone: 'Europe/London' });
  for (const [index, line] of script.lines.entries()) {
    out.push(`${line.kind}: ${line.text}`);
    if (line.kind === 'desk') {
      out.push(...(await stage.desk(line.text, at.toJSDate())).flatMap(shown));
    } else {
      const said =
        line.kind === 'staff'
          ? { kind: 'text' as const, text: line.text }
          : stage.pressed(line.text);
      out.push(...shown(await stage.say(said, String(index), at.toJSDate())));
    }
    out.push('');
    at = at.plus({ minutes: 1 });
  }
  await stage.close();
  return `${out.join('\n').trimEnd()}\n`;
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
    lines: lines.flatMap((line) => {
      const [, kind, said] = /^(staff|press|desk): ?(.*)$/.exec(line) ?? [];
      return kind === undefined
        ? []
        : [{ kind: kind as 'staff' | 'press' | 'desk', text: said ?? '' }];
    }),
  };
}

const indented = (text: string): string[] =>
  text === '' ? [] : text.split('\n').map((line) => (line === '' ? '' : `  ${line}`));

function shown(reply: Reply): string[] {
  const request =
    reply.request === null
      ? ''
      : ` ${reply.request.service} ${reply.request.stage} ${JSON.stringify(reply.request.fields)}`;
  return [
    `bot: (${reply.outcome})${request}`,
    ...indented(reply.text),
    ...indented(reply.more === null ? '' : `(More on this)\n\n${reply.more}`),
    ...reply.citations.map(({ number, clause }) => `  [${number}] ${clause}`),
    ...reply.buttons.map(({ label }) => `  · ${label}`),
    ...(reply.feedback === null
      ? []
      : [
          `  — Did this sort it?${reply.feedback.rated === null ? '' : ` (${reply.feedback.rated})`}`,
        ]),
  ];
}
