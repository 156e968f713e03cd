import { taskWordsIn, withdrawWordsIn } from '../../bot/conversation/task-words';

describe('what an approver types', () => {
  it.each([
    'what awaits me',
    'What’s waiting for me?',
    'what is waiting for my approval',
    'anything to approve',
    'Is there anything for me to approve today?',
    'my approvals',
    'show me my approvals',
    'what do i need to approve?',
    'any approvals for me?',
    'any requests waiting?',
    'whats waiting',
  ])('is heard as asking for the list: %s', (text) => {
    expect(taskWordsIn(text)).toEqual({ kind: 'list' });
  });

  it.each([
    ['approve', undefined],
    ['Approve it please.', undefined],
    ['yes, approved', undefined],
    ['approve PS-7F3K9Q', 'PS-7F3K9Q'],
    ['i approve request ps-7f3k9q', 'PS-7F3K9Q'],
  ])('is heard as approving: %s', (text, reference) => {
    expect(taskWordsIn(text)).toEqual({ kind: 'approve', reference });
  });

  it.each([
    ['decline', undefined, ''],
    ['Decline PS-7F3K9Q', 'PS-7F3K9Q', ''],
    ['decline it because We are short', undefined, 'We are short'],
    ['Reject ps-7f3k9q, as Ward 7 is short that week.', 'PS-7F3K9Q', 'Ward 7 is short that week.'],
    ['decline PS-7F3K9Q: too many off', 'PS-7F3K9Q', 'too many off'],
    ['sorry, declined', undefined, ''],
  ])('is heard as declining: %s', (text, reference, reason) => {
    expect(taskWordsIn(text)).toEqual({ kind: 'decline', reference, reason });
  });

  it.each([
    'can my manager refuse flexible working',
    'who approves my leave',
    'how do i approve a request',
    'refuse to work nights',
    'can i decline overtime',
    'approve of flexible working or not',
    'what do i need to approve a flexible working request',
    'where is PS-7F3K9Q',
    'decline in mental health',
    'I refused because I was tired',
    'i declined because of the hours',
    'turned down because i asked late',
    'we rejected it because it was late',
  ])('is left to the rest of the assistant: %s', (text) => {
    expect(taskWordsIn(text)).toBeUndefined();
  });
});

describe('what a requester types', () => {
  it.each([
    ['withdraw PS-7F3K9Q', 'PS-7F3K9Q', []],
    ['please cancel my request ps-7f3k9q', 'PS-7F3K9Q', []],
    ['cancel my leave request', undefined, ['leave']],
    ['Can you withdraw my flexi working request please', undefined, ['flexible', 'working']],
    ['withdraw my request', undefined, []],
    ['cancel my holiday', undefined, ['leave']],
    ['withdraw it', undefined, []],
  ])('is heard as withdrawing: %s', (text, reference, about) => {
    expect(withdrawWordsIn(text)).toEqual({ reference, about });
  });

  it.each([
    'can i cancel my leave?',
    'cancel',
    'my manager wants to cancel my leave',
    'how do i withdraw a request',
    'withdraw my resignation',
    'cancel my pension',
    'what if they cancel my leave request',
  ])('is left to the rest of the assistant: %s', (text) => {
    expect(withdrawWordsIn(text)).toBeUndefined();
  });
});
