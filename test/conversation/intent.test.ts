import { intentOf } from '../../bot/conversation/intent';

describe('asking how a request is getting on', () => {
  it.each([
    'where is my request',
    'wheres the request i sent',
    'what about my leave request',
    'any news on the application',
    'how is my flexible working application going',
    'what happened to the booking',
  ])('is heard in "%s"', (text) => {
    expect(intentOf(text)).toBe('status');
  });

  it.each([
    'What is the statutory right to request time off for study?',
    'what is my right to request flexible working',
    'what is the application process',
    'what is the deadline for the application',
  ])('is not heard in a question about the rules: "%s"', (text) => {
    expect(intentOf(text)).toBeUndefined();
  });
});
