/** What is said around a rule that a request does not keep. The rule's own words are in the catalogue. */
export const rules = {
  stopped: 'I can’t send it like this.',
  /** Above the warnings of a request that can be sent. */
  before: 'Before you send it:',
  changeTo: (label: string, value: string) =>
    `Shall I change ${label} to ${value}? Or tell me something else.`,
  changeIt: 'Yes, change it',
  sayAgain: (label: string) => `If you meant something else, tell me ${label} again.`,
  /** To the approver: the warnings are put as the requester read them. */
  forApprover: (givenName: string) => `What the policies say about it. “You” here is ${givenName}:`,
} as const;
