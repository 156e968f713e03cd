/** What is said where a loss is told in the middle of a request. */
export const loss = {
  waits:
    'You do not have to go on with this now. I have kept what you told me, and nothing is sent. When you want to go on, say “carry on”.',
  theRules: {
    death: {
      label: 'What time off can I have?',
      text: 'what time off can I have when somebody in my family has died',
    },
    baby: {
      label: 'What time off can I have?',
      text: 'what time off can I have after a miscarriage or baby loss',
    },
  },
  carryOn: { label: 'Carry on', text: 'carry on' },
};
