import { isAfterword } from '../../bot/conversation/sensitive/afterword';

describe('what people say to helplines they did not ask for', () => {
  it.each([
    'ok',
    'no im fine',
    "No, I'm fine.",
    'leave me alone',
    'sorry ignore that',
    'never mind',
    'i was only joking',
    'whatever',
    'yes',
    'thanks',
    'i dont want help',
    'you’re just a bot',
    'bye',
  ])('"%s" is met kindly', (text) => {
    expect(isAfterword(text)).toBe(true);
  });

  it.each([
    'how do i hand in my notice',
    'ok so how much leave do i get',
    'sorry ignore that, what is the sick pay',
    'no im fine, book me off monday',
    'show me my requests',
  ])('"%s" is heard as usual', (text) => {
    expect(isAfterword(text)).toBe(false);
  });
});
