import { storiesIn } from './stories';

describe('the stories that the listeners learn from', () => {
  it('are ordinary in each of their sentences where they are plain', () => {
    const [story] = storiesIn('#none\nShe was shaking. It was only nerves. How can I help her');

    expect(story?.parts).toEqual([
      { level: 'none', text: 'she was shaking' },
      { level: 'none', text: 'it was only nerves' },
      { level: 'none', text: 'how can i help her' },
    ]);
  });

  it('are dangerous only in what stands in brackets', () => {
    const [story] = storiesIn(
      '#disclosure violence\nI do visits. [He bolted the door.] Is it reportable?',
    );

    expect(story).toEqual({
      level: 'disclosure',
      about: 'violence',
      text: 'I do visits. He bolted the door. Is it reportable?',
      parts: [{ level: 'disclosure', about: 'violence', text: 'He bolted the door.' }],
    });
  });

  it('cannot stand above the first level', () => {
    expect(() => storiesIn('no level yet')).toThrow('No level stands above the story');
  });
});
