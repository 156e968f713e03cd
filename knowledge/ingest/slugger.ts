/** The anchors that GitHub gives to headings: repeated ones get `-1`, `-2`. */
export type Slugger = (heading: string) => string;

export function createSlugger(): Slugger {
  const given = new Map<string, number>();
  return (heading) => {
    const base = slugOf(heading);
    let slug = base;
    let repeats = given.get(base) ?? 0;
    while (given.has(slug)) {
      repeats += 1;
      slug = `${base}-${repeats}`;
    }
    given.set(base, repeats);
    given.set(slug, given.get(slug) ?? 0);
    return slug;
  };
}

export const slugOf = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
