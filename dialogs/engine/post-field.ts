/**
 * Which of several posts a request is for. It is a question of the engine's own, beside the fields
 * of the service: the answer stands in the draft's `filledIn`, where one post alone is filled in.
 */
import { FieldDefinition, type Choice, type ServiceDefinition } from '../catalogue/schema';
import type { Draft } from '../request';
import type { Asker, AskersPost } from './asker';
import type { Gathered } from './gathered';
import { plain } from './plain';

const POST = 'post';

/** The service with the question, where it is asked for a post and the person has several. */
export function withPostField(service: ServiceDefinition, { posts }: Asker): ServiceDefinition {
  if (!service.forPost || service.audience !== 'staff' || posts.length < 2) return service;
  return { ...service, fields: [...service.fields, fieldOf(posts)] };
}

export const isPost = ({ name }: Pick<FieldDefinition, 'name'>): boolean => name === POST;

/** What is filled in when it starts: the only post. */
export function postAtStart(
  service: ServiceDefinition,
  { posts }: Asker,
): Readonly<Record<string, string>> {
  const [first, ...others] = posts;
  const isOnly = first !== undefined && others.length === 0;
  return service.audience === 'staff' && isOnly ? factsOf(first) : {};
}

/** The facts of one of their posts; none where it is theirs no more. */
export function postOf(id: string | null, { posts }: Asker): Readonly<Record<string, string>> {
  const post = posts.find((one) => one.id === id);
  return post === undefined ? {} : factsOf(post);
}

/** Moves the answer to where the draft keeps it. */
export function withPostFilledIn(heard: Gathered, { posts }: Asker): Gathered {
  const { [POST]: id, ...values } = heard.values;
  const post = posts.find((one) => one.id === id);
  if (post === undefined) return heard;
  return { ...heard, values, filledIn: { ...heard.filledIn, ...factsOf(post) } };
}

/** Whether the field has its value: a post is known by what is filled in. */
export function isKnown(
  { name }: Pick<FieldDefinition, 'name'>,
  { fields, filledIn }: Pick<Draft, 'fields' | 'filledIn'>,
): boolean {
  return name === POST ? filledIn.postId !== undefined : fields[name] !== undefined;
}

/** Empty where there is no number, so that nothing of another post stays. */
function factsOf({ id, title, place, placePhone }: AskersPost): Readonly<Record<string, string>> {
  return { postId: id, post: `${title}, ${place}`, place, placePhone: placePhone ?? '' };
}

const fields = new WeakMap<readonly AskersPost[], FieldDefinition>();

function fieldOf(posts: readonly AskersPost[]): FieldDefinition {
  const known = fields.get(posts);
  if (known !== undefined) return known;
  const field = FieldDefinition.parse({
    name: POST,
    kind: 'choice',
    ask: 'Which of your jobs is it for?',
    label: 'the job',
    words: ['job', 'post', 'role'],
    choices: posts.map((post) => choiceOf(post, posts)),
  });
  fields.set(posts, field);
  return field;
}

/** By its place or its title, or by a word that only this one has: "my bank job", "ward 7". */
function choiceOf({ id, title, place }: AskersPost, posts: readonly AskersPost[]): Choice {
  const own = `${title} ${place}`;
  const others = new Set(
    posts
      .filter((other) => other.id !== id)
      .flatMap((other) => wordsOf(`${other.title} ${other.place}`)),
  );
  const distinct = [...new Set(wordsOf(own))].filter((word) => !others.has(word));
  const names = [title, place]
    .map(plain)
    .filter((name) => wordsOf(name).some((word) => !others.has(word)));
  return {
    value: id,
    label: `${title}, ${place}`,
    words: [...names, ...distinct],
    saidBy: [
      ...names,
      ...distinct.flatMap((word) => [
        `my ${word} job|post|role|shift|shifts|work|one`,
        `the ${word} job|post|role|one`,
      ]),
    ],
  };
}

const wordsOf = (text: string): string[] =>
  plain(text)
    .split(' ')
    .filter((word) => word.length > 2 || /^\d+$/.test(word));
