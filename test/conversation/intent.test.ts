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

describe('asking what is kept here', () => {
  it.each(['show my data', 'what do you know about me', 'can i see my personal data please'])(
    'is heard in "%s"',
    (text) => {
      expect(intentOf(text)).toBe('my-data');
    },
  );

  it.each([
    'I want to make a subject access request for my personnel file',
    'subject access request for my occupational health records please',
    'i want a copy of everything the trust holds on me',
  ])('is not heard where the employer’s records are asked for: "%s"', (text) => {
    expect(intentOf(text)).toBeUndefined();
  });
});
