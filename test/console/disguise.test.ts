import fc from 'fast-check';
import { createDisguise } from '../../bot/console/disguise';

const disguise = createDisguise('a-secret-for-tests');

describe('a disguise', () => {
  it('gives a person the same pseudonym after a restart, and others another', () => {
    const restarted = createDisguise('a-secret-for-tests');

    expect(disguise.person('ana-pires')).toMatch(/^Person [0-9A-F]{4}-[0-9A-F]{4}$/);
    expect(restarted.person('ana-pires')).toBe(disguise.person('ana-pires'));
    expect(disguise.person('tom-okafor')).not.toBe(disguise.person('ana-pires'));
    expect(createDisguise('another').person('ana-pires')).not.toBe(disguise.person('ana-pires'));
  });

  it('brings back every conversation from its address, and shows none in it', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, maxLength: 300, unit: 'grapheme' }), (id) => {
        const address = disguise.seal(id);

        expect(address).toMatch(/^[\w-]+$/);
        expect(disguise.seal(id)).toBe(address);
        expect(disguise.unseal(address)).toBe(Buffer.from(id, 'utf8').toString('utf8'));
      }),
    );
    expect(disguise.seal('web:ana-pires')).not.toContain('ana');
  });

  it('opens no address that was made up, changed or sealed with another secret', () => {
    const address = disguise.seal('web:ana-pires');
    const changed = `${address.slice(0, -2)}${address.endsWith('AA') ? 'BB' : 'AA'}`;

    for (const wrong of ['', 'web:ana-pires', 'AAAA', changed, address.slice(0, 20)]) {
      expect(disguise.unseal(wrong)).toBeUndefined();
    }
    expect(createDisguise('another').unseal(address)).toBeUndefined();
  });
});
