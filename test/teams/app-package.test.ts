import { readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import { fillManifest, type Filling } from '../../deployment/teams-app/fill-manifest';
import { zipApp } from '../../deployment/teams-app/zip-app';

const folder = path.join(__dirname, '../../deployment/teams-app');
const filling: Filling = {
  appId: 'b7e1c2d3-0000-4000-8000-000000000001',
  host: 'people.example.nhs.uk',
  organisation: 'Fellbridge "Hospitals"',
  version: '1.2.3',
  privacyUrl: 'https://people.example.nhs.uk/help',
  termsUrl: 'https://people.example.nhs.uk/help',
};

/** Width, height and the pixels as red, green, blue, alpha; for 8-bit RGBA without interlacing. */
function readPng(file: string): {
  width: number;
  height: number;
  alphaAt: number[];
  colours: Set<string>;
} {
  const png = readFileSync(path.join(folder, file));
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const channels = png[25] === 6 ? 4 : 3;
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += 12 + png.readUInt32BE(at))
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT')
      parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = inflateSync(Buffer.concat(parts));
  const stride = width * channels;
  const pixels = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < stride; x += 1) {
      const left = x >= channels ? pixels[y * stride + x - channels]! : 0;
      const up = y > 0 ? pixels[(y - 1) * stride + x]! : 0;
      const corner = y > 0 && x >= channels ? pixels[(y - 1) * stride + x - channels]! : 0;
      const guess = left + up - corner;
      const paeth = [left, up, corner].reduce((best, one) =>
        Math.abs(guess - one) < Math.abs(guess - best) ? one : best,
      );
      const add = [0, left, up, (left + up) >> 1, paeth][raw[y * (stride + 1)]!]!;
      pixels[y * stride + x] = raw[y * (stride + 1) + 1 + x]! + add;
    }
  const alphaAt: number[] = [];
  const colours = new Set<string>();
  for (let at = 0; at < pixels.length; at += channels) {
    const alpha = channels === 4 ? pixels[at + 3]! : 255;
    alphaAt.push(alpha);
    if (alpha === 255) colours.add(pixels.toString('hex', at, at + 3));
  }
  return { width, height, alphaAt, colours };
}

describe('the Teams app package', () => {
  it('has a manifest that Microsoft’s schema accepts, for chats of one’s own and for groups', () => {
    const filled = fillManifest(filling);

    expect(filled).toMatchObject({
      kind: 'filled',
      manifest: {
        id: filling.appId,
        developer: { name: 'Fellbridge "Hospitals"' },
        bots: [{ botId: filling.appId, scopes: ['personal', 'groupChat', 'team'] }],
        defaultInstallScope: 'personal',
      },
    });
    expect(JSON.stringify(filled)).not.toContain('{{');
  });

  it('is not made with what Teams would refuse', () => {
    expect(fillManifest({ ...filling, appId: 'mine', organisation: 'x'.repeat(33) })).toEqual({
      kind: 'wrong',
      problems: expect.arrayContaining([
        expect.stringContaining('/id:'),
        expect.stringContaining('/developer/name:'),
      ]) as unknown,
    });
  });

  it('has a colour icon of 192 pixels and a white outline of 32 on nothing', () => {
    const [color, outline] = [readPng('color.png'), readPng('outline.png')];

    expect([color.width, color.height]).toEqual([192, 192]);
    expect(color.colours.has('005eb8')).toBe(true);
    expect([outline.width, outline.height]).toEqual([32, 32]);
    expect([...outline.colours]).toEqual(['ffffff']);
    expect(outline.alphaAt[0]).toBe(0);
  });

  it('is a zip with the manifest and both icons, the same each time', async () => {
    const [once, again] = [await zipApp({ a: 1 }, folder), await zipApp({ a: 1 }, folder)];

    expect(once.equals(again)).toBe(true);
    expect(once.toString('latin1', 0, 2)).toBe('PK');
    for (const name of ['manifest.json', 'color.png', 'outline.png'])
      expect(once.includes(name)).toBe(true);
  });
});
