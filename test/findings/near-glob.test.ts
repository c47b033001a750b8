import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { globTest } from '../../src/email/glob.ts';
import { trimWhiteSpace } from '../../src/email/white-space.ts';
import { nearGlob } from '../../src/findings/near-glob.ts';

const DEPARTMENTS = ['Sales', 'Robots', 'Robots EMEA', 'Human Resources', 'IT', ''];

describe('a glob near to one that matches nothing', () => {
  it.each([
    ['Robts', 'Robots'],
    ['Robts*', 'Robots*'],
    ['*resorces', '*Resources'],
    ['*Humn*', '*Human*'],
    ['SALSE', 'Sales'],
    // What is missing is a star.
    ['Human', 'Human*'],
    ['EMEA', '*EMEA'],
    ['man Res', '*man Res*'],
    ['R?bots E', 'R?bots E*'],
  ])('of %s is %s', (glob, near) => {
    expect(nearGlob(glob, DEPARTMENTS)).toBe(near);
  });

  it.each(['Legal', 'Legal*', '', 'XY', 'Xo*ts?'])('of %j is none', (glob) => {
    expect(nearGlob(glob, DEPARTMENTS)).toBeNull();
  });

  it('stands on words where it is open', () => {
    expect(nearGlob('srv-*', ['svc-backup@example.com', 'ann@example.com'])).toBe('svc-*');
    expect(nearGlob('*@exmaple.com', ['ann@example.com'])).toBe('*@example.com');
  });

  it('matches one of the values, whatever they are', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'ß', 'İ', ' ', '-', '.', '*', '?', 'A'), maxLength: 8 });
    fc.assert(
      fc.property(text, fc.array(text.map(trimWhiteSpace), { maxLength: 5 }), (glob, values) => {
        fc.pre(!values.some(globTest(glob)));
        const near = nearGlob(glob, values);
        if (near !== null) expect(values.filter(globTest(near))).not.toEqual([]);
      }),
      { numRuns: 3000 },
    );
  });
});
