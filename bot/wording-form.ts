/** What is said round a form. Its questions are the catalogue's. */
export const form = {
  instead: 'Fill in a form instead',
  /** Leads back from the form. */
  leave: 'Answer in the chat instead',
  send: 'Continue',
  /** How the conversation shows that a form was sent in. */
  filledIn: 'I filled in the form.',
  /** In place of a form that was sent in. */
  used: 'This form was filled in. What came of it is below.',
  open: (title: string) =>
    `**${title}**, as one form. What you have told me is in it. Nothing is sent yet: I will read it all back to you first.`,
  wrong: 'Something in the form is missing or wrong. Nothing has been sent.',
  /** Above the list of what is wrong. */
  summary: 'There is a problem',
  optional: (label: string) => `${label} (optional)`,
  carryOn: 'You can carry on with the form below.',
  old: 'Your request has changed since that form was made, so I have not used the form. Here is where we are now.',
  gone: 'That form is from a request that is no longer open, so I have not used it.',
  another:
    'That form asked for something that this request does not need, so I have not used it. Here is the form as it is now.',
} as const;
