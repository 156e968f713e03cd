/** What is said of files that go with a request. */
import type { FileProblem } from './attachments/examine-file';

const megabytes = (bytes: number): string => `${Math.floor(bytes / (1024 * 1024))} MB`;

const PROBLEMS: Readonly<Record<FileProblem, (name: string, mostBytes: number) => string>> = {
  empty: (name) => `“${name}” is empty. Choose it again, or take a photo of the page.`,
  'too-big': (name, most) =>
    `“${name}” is too big: ${megabytes(most)} is the most. Take a new photo of the page, or send it in parts.`,
  'unknown-kind': (name) =>
    `“${name}” is not a photo or a PDF that I can take. Send a photo (JPEG, PNG or HEIC) or a PDF.`,
  'not-its-name': (name) =>
    `“${name}” is not what its name says, so I have not kept it. Save it again as a photo or a PDF, or take a photo of the page.`,
  active: (name) =>
    `“${name}” has a program or another file inside it, so I have not kept it. Take a photo of the page, or save it as a plain PDF.`,
  'not-fetched': (name) =>
    `I could not get “${name}”, so I have not kept it. Please send it again.`,
};

export const files = {
  /** In place of the words of a message. */
  said: (count: number) => (count === 1 ? '(a file)' : `(${count} files)`),
  invite: (what: string) =>
    `You can add a photo or a PDF of ${what} here first. You do not have to.`,
  /** Said where somebody else approves it: files are for people services alone. */
  notForManager: 'Your manager sees the names of your files, and not what is in them.',
  added: (names: readonly string[]) =>
    names.length === 1
      ? `I have added “${names[0] ?? ''}”.`
      : `I have added ${names.length} files: ${names.map((name) => `“${name}”`).join(', ')}.`,
  refused: (problem: FileProblem, name: string, mostBytes: number) =>
    PROBLEMS[problem](name, mostBytes),
  tooMany: (most: number) =>
    `${most} files are the most for one request, so I have not kept the rest. Take one out to add another.`,
  how: (what: string) =>
    `Yes. Add a photo or a PDF of ${what} here, and it goes with your request.`,
  noPlace:
    'I can only take a file while you are asking for something that it goes with, so I have not kept it. What is it for?',
  notForThis: (title: string) =>
    `No file goes with this request (${title}), so I have not kept it.`,
  gone: 'That request is not open any more, so I have not kept your file. Tell me what you need and I will start it again.',
  takeOut: (count: number) => (count === 1 ? 'Take out the file' : 'Take out a file'),
  takeOutOne: (name: string) => `Take out “${name}”`,
  which: 'Which file shall I take out?',
  keep: 'Keep them all',
  takenOut: (name: string) => `I have taken out “${name}”.`,
  none: 'There is no such file in this request now.',
  went: (count: number) => (count === 1 ? 'Your file goes with it.' : 'Your files go with it.'),

  /** The form of the web chat. */
  label: (what: string) => `Add ${what} (optional)`,
  choose: (what: string) => `Choose a photo or a PDF of ${what}`,
  hint: (mostBytes: number) => `Up to ${megabytes(mostBytes)} in one go. Show the whole page.`,
  add: 'Add file',
  adding: 'Adding your file…',
  chooseFirst: 'Choose a file first.',
  togetherTooBig: (mostBytes: number) =>
    `That is more than ${megabytes(mostBytes)} in one go. Add one file at a time, or take a new photo of the page.`,
  notUnderstood: 'That did not arrive whole, and nothing was kept. Choose the file again.',
} as const;
