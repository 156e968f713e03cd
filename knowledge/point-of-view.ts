/** Whether somebody asks for themselves or about the people they manage. */
const OF_THEIR_STAFF =
  /\b(?:my (?:staff|team|report|nurse|hca)s?|one of my|member of (?:my |the )?(?:team|staff)|as (?:a|their|her|his|the) manager|manager:|i (?:line )?manage)\b/i;

export const asksOfTheirStaff = (text: string): boolean => OF_THEIR_STAFF.test(text);
