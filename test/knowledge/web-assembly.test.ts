import { readFileSync } from 'node:fs';
import path from 'node:path';
import wabt from 'wabt';
import learning from '../../knowledge/sense/learning.json';
import products from '../../knowledge/sense/products.json';

describe('what is kept assembled', () => {
  it.each([
    ['learning.wat', learning],
    ['products.wat', products],
  ])('is what %s says', async (name, { module }) => {
    const source = path.join(__dirname, '../../knowledge/sense', name);
    const tools = await wabt();
    const { buffer } = tools.parseWat(name, readFileSync(source, 'utf8')).toBinary({});
    expect(Buffer.from(buffer).toString('base64')).toBe(module);
  });
});
