import { createRenderer } from '../../bot/web/render';
import { ROOT } from './open-web';

describe('templates', () => {
  it('have no mistake in any of them, as the start would find too late', () => {
    expect(() => {
      createRenderer(ROOT).compileAll();
    }).not.toThrow();
  });
});
