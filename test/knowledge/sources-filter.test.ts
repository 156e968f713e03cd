/** Filters keep organisations apart, so nothing that a person or an id contains may change one. */
import { all, anyOf, atLeast, atMost, is } from '../../knowledge/sources/azure/filter';

describe('a filter', () => {
  it('reads as OData', () => {
    const filter = all(
      anyOf(is('organisation', 'national'), is('organisation', 'vale')),
      atMost('effective', 20260401),
      atLeast('until', 20260401),
    );

    expect(filter.odata).toBe(
      "((organisation eq 'national' or organisation eq 'vale') and effective le 20260401 and until ge 20260401)",
    );
  });

  it('keeps quotes inside the value', () => {
    expect(is('organisation', "x' or organisation ne '").odata).toBe(
      "organisation eq 'x'' or organisation ne '''",
    );
  });

  it.each([NaN, 1.5, Infinity])('compares whole numbers only, not %s', (value) => {
    expect(() => atMost('effective', value)).toThrow('whole numbers');
  });
});
