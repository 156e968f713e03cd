/** A rule about parking by the river, as a form would send it; and others of one's own. */
export const NEW = '/console/wording/new';
export const PARKING = 'travel-and-expenses';
export const ASKED = 'is there parking by the river for staff';
export const RULE = {
  replaces: 'none',
  heading: 'Parking by the river at Fellbridge',
  question: 'Can I park in the car park by the river?',
  text: 'You can park in the **river car park** with a permit. A permit is **{permit}** a month. Ask the estates desk for one.',
  asks: [
    'can i park by the river',
    'how do i get a river car park permit',
    'parking permit for the river car park',
    'what does the river car park cost',
    'is there parking by the river for staff',
  ].join('\n'),
  'new-name': 'permit',
  'new-value': '£12',
  reason: 'Staff ask, and no rule says it.',
};

/** What another rule says, where one of these is in force already. */
export const another = (what: string, text: string): Readonly<Record<string, string>> => ({
  heading: `${what} at Fellbridge`,
  question: `What is the rule on ${what} here?`,
  text,
  asks: ['rule on', 'tell me about', 'how does it work with', 'who decides on', 'ask for']
    .map((words) => `${words} ${what}`)
    .join('\n'),
  'new-name': '',
  'new-value': '',
});
