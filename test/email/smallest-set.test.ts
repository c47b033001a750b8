import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareEmails } from '../../src/email/compare.ts';
import { differenceOf } from '../../src/email/difference.ts';
import { DIFFERENCE_CLASSES } from '../../src/model/finding.ts';
import { expectedClasses, FINE_CLASSES, type FineClass, halvesOf, rebuilds } from './difference-model.ts';

/** A random number below `limit`, from the run's own stream. */
type Below = (limit: number) => number;

const WHITE_SPACE = [' ', '\t', '\u00A0', '\u2003', '\u3000', '\u2028'];
const INVISIBLE = ['\u200B', '\u200D', '\u00AD', '\uFEFF', '\u2060', '\u{E0100}'];
const LOOK_ALIKE: Readonly<Record<string, string>> = { a: 'а', e: 'е', o: 'о', c: 'с', p: 'р', x: 'х' };
const WRAPPERS = [
  (address: string) => `mailto:${address}`,
  (address: string) => `SMTP:${address}`,
  (address: string) => `<${address}>`,
  (address: string) => `"${address}"`,
  (address: string) => `'${address}'`,
  (address: string) => `smtp:<${address}>`,
];

/** How a value comes to differ by one class alone; null where this value cannot. */
const MUTATORS: Readonly<Record<FineClass, (address: string, below: Below) => string | null>> = {
  case: (address, below) => replaceOne(address, /[a-zéüп]/u, below, (letter) => letter.toUpperCase()),
  whitespace: (address, below) => insertOne(address, WHITE_SPACE, below),
  invisible: (address, below) => insertOne(address, INVISIBLE, below),
  'unicode-form': (address) => changed(address, address.normalize('NFD')),
  compatibility: (address, below) =>
    replaceOne(address, /[a-z0-9]/, below, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0)),
  confusable: (address, below) => replaceOne(address, /[aeocpx]/, below, (letter) => LOOK_ALIKE[letter] ?? letter),
  idn: (address) =>
    changed(
      address,
      address
        .replace(/@bücher\.example$/u, '@xn--bcher-kva.example')
        .replace(/@почта\.example$/u, '@xn--80a1acny.example'),
    ),
  wrapper: (address, below) => pick(WRAPPERS, below)(address),
  'plus-tag': (address, below) => onLocal(address, (local) => `${local}+${pick(['work', 'sso', 'a.b'], below)}`),
  dots: (address, below) =>
    onLocal(address, (local) => {
      const place = 1 + below(Math.max(1, local.length - 1));
      return `${local.slice(0, place)}.${local.slice(place)}`;
    }),
};

function pick<T>(list: readonly T[], below: Below): T {
  return list[below(list.length)] as T;
}

function changed(before: string, after: string): string | null {
  return before === after ? null : after;
}

function insertOne(address: string, what: readonly string[], below: Below): string {
  const characters = [...address];
  characters.splice(below(characters.length + 1), 0, pick(what, below));
  return characters.join('');
}

function replaceOne(address: string, where: RegExp, below: Below, by: (found: string) => string): string | null {
  const characters = [...address];
  const places = characters.flatMap((character, place) => (where.test(character) ? [place] : []));
  if (places.length === 0) return null;
  const place = pick(places, below);
  characters[place] = by(characters[place] ?? '');
  return characters.join('');
}

function onLocal(address: string, change: (local: string) => string): string | null {
  const { local, domain } = halvesOf(address);
  return domain === null ? null : `${change(local)}@${domain}`;
}

const below: fc.Arbitrary<Below> = fc.infiniteStream(fc.nat(0x7fffffff)).map((stream) => (limit) => {
  const { value } = stream.next();
  return (value ?? 0) % limit;
});
const local = fc.constantFrom(
  'alice',
  'bob.smith',
  'zoé',
  'o.connor',
  'пётр',
  'x',
  'ana+team',
  'josé.perez',
  '例',
  'straße',
);
const domain = fc.constantFrom('example.com', 'mail.example.org', 'bücher.example', 'почта.example', 'ép.example.net');
const address = fc.tuple(local, domain).map((halves) => halves.join('@'));
const anyValue = fc.oneof({ arbitrary: address, weight: 6 }, { arbitrary: local, weight: 1 });
const someClasses = fc.shuffledSubarray([...FINE_CLASSES], { minLength: 1, maxLength: 4 });

/** One value made into another by one mutator after the other; those that cannot be applied are left out. */
function mutate(start: string, names: readonly FineClass[], random: Below): { value: string; applied: FineClass[] } {
  let value = start;
  const applied: FineClass[] = [];
  for (const name of names) {
    const next = MUTATORS[name](value, random);
    if (next === null) continue;
    value = next;
    applied.push(name);
  }
  return { value, applied };
}

/** Checks the classes of one difference against the model, both ways round. */
function check(old: string, next: string): readonly string[] {
  const classes = differenceOf(old, next)?.classes ?? [];
  expect(classes).toEqual(expectedClasses(old, next));
  expect(differenceOf(next, old)?.classes ?? []).toEqual(classes);
  return classes;
}

describe('the classes of a difference are the smallest set of steps that rebuilds one value from the other', () => {
  test('by up to four fine classes', () => {
    const met = new Set<string>();
    fc.assert(
      fc.property(anyValue, someClasses, below, (start, names, random) => {
        const { value, applied } = mutate(start, names, random);
        if (value === start) return;
        const classes = check(start, value);
        expect(rebuilds(start, value, classes)).toBe(true);
        for (const name of classes) expect(rebuilds(start, value, without(classes, name))).toBe(false);
        expect(classes.length).toBeLessThanOrEqual(applied.length);
        for (const name of classes) met.add(name);
      }),
      { numRuns: 1500 },
    );
    // None of the ten was left out by chance.
    expect([...met].filter((name) => FINE_CLASSES.includes(name as FineClass)).length).toBe(FINE_CLASSES.length);
  });

  test('where both values were changed', () => {
    fc.assert(
      fc.property(anyValue, someClasses, someClasses, below, (start, some, others, random) => {
        const a = mutate(start, some.slice(0, 2), random).value;
        const b = mutate(start, others.slice(0, 2), random).value;
        if (a === b) return;
        const classes = check(a, b);
        expect(rebuilds(a, b, classes)).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('and where a half is another one, domain or local-part stands for that half alone', () => {
    const half = fc.constantFrom('domain', 'local-part', 'both');
    fc.assert(
      fc.property(local, domain, half, someClasses, below, (someone, somewhere, which, names, random) => {
        const start = `${someone}@${somewhere}`;
        const moved = [
          which === 'domain' ? someone : 'quentin7',
          which === 'local-part' ? somewhere : 'other.test',
        ].join('@');
        const { value, applied } = mutate(moved, names.slice(0, 3), random);
        const classes = check(start, value);
        expect(rebuilds(start, value, classes)).toBe(true);
        expect(classes.includes('domain')).toBe(which !== 'local-part');
        expect(classes.includes('local-part')).toBe(which !== 'domain');
        const fine = classes.filter((name) => name !== 'domain' && name !== 'local-part');
        expect(fine.length).toBeLessThanOrEqual(applied.length);
      }),
      { numRuns: 600 },
    );
  });

  // Of rubbish (`<+"@>`) there may be a smaller set in an order that nobody would think of.
  test('whatever the two values are, what is said of them rebuilds one from the other', () => {
    const unit = fc.constantFrom(
      ...'aA.+@<>" ',
      '\u00A0',
      '\u200B',
      'а',
      'ｅ',
      'é',
      'e\u0301',
      'mailto:',
      '@x',
      'ü',
      'ﬁ',
      'ß',
      'K',
    );
    const value = fc.string({ unit, maxLength: 7 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        if (a === b) return;
        const classes = differenceOf(a, b)?.classes ?? [];
        expect(classes.length).toBeGreaterThan(0);
        expect(rebuilds(a, b, classes)).toBe(true);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('a value changed by one class differs by that class', () => {
  test.each(FINE_CLASSES)('%s', (name) => {
    // Plain enough that no other class can explain the change, but for a letter that is itself of that class.
    const plain = fc.constantFrom('alice@example.com', 'zoé@bücher.example', 'pete@bücher.example');
    fc.assert(
      fc.property(plain, below, (start, random) => {
        const { value, applied } = mutate(start, [name], random);
        if (applied.length === 1) expect(differenceOf(start, value)?.classes).toEqual([name]);
      }),
      { numRuns: 150 },
    );
  });

  test('domain', () => {
    expect(differenceOf('alice@example.com', 'alice@example.org')?.classes).toEqual(['domain']);
    expect(differenceOf('alice@example.com', 'alice@mail.example.com')?.classes).toEqual(['domain']);
    expect(differenceOf('alice@example.com', 'alice')?.classes).toEqual(['domain']);
  });

  test('local-part', () => {
    expect(differenceOf('alice@example.com', 'alicia@example.com')?.classes).toEqual(['local-part']);
    expect(differenceOf('alice', 'bob')?.classes).toEqual(['local-part']);
    expect(differenceOf('@example.com', 'a@example.com')?.classes).toEqual(['local-part']);
  });

  test('missing, whatever the other value is', () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        expect(differenceOf(null, value)?.classes).toEqual(['missing']);
        expect(differenceOf(value, null)?.classes).toEqual(['missing']);
      }),
      { numRuns: 50 },
    );
    expect(differenceOf(null, null)).toBeUndefined();
  });
});

describe('worked by hand', () => {
  test.each([
    ['an A-label of a Cyrillic domain', 'a@почта.рф', 'a@xn--80a1acny.xn--p1ai', ['idn']],
    ['and a look-alike before it', 'аlice@почта.рф', 'alice@xn--80a1acny.xn--p1ai', ['confusable', 'idn']],
    ['and brackets around it', '<a@почта.рф>', 'a@xn--80a1acny.xn--p1ai', ['idn', 'wrapper']],
    [
      'a look-alike beside an A-label',
      'a@аpple.bücher.example',
      'a@apple.xn--bcher-kva.example',
      ['confusable', 'idn'],
    ],
    [
      'a wrapper in full-width letters',
      'ＳＭＴＰ:alice@example.com',
      'alice@example.com',
      ['compatibility', 'wrapper'],
    ],
    ['a wrapper with a look-alike', 'ѕmtp:alice@example.com', 'alice@example.com', ['confusable', 'wrapper']],
    ['a look-alike that NFKC makes another letter', '\u03F2arol@example.com', 'carol@example.com', ['confusable']],
    ['what only lower case leaves to compose', 'J\u030Can@example.com', 'ǰan@example.com', ['case', 'unicode-form']],
    ['case here and another domain', 'Alice@example.com', 'alice@example.org', ['case', 'domain']],
    ['a tag here and a space there', 'alice+x@example.com', 'alice@example.com ', ['whitespace', 'plus-tag']],
    ['no @ on both sides', 'ALICE', 'alice', ['case']],
  ] as const)('%s', (_name, a, b, classes) => {
    expect(compareEmails(a, b).difference?.classes).toEqual(classes);
    expect(compareEmails(b, a).difference?.classes).toEqual(classes);
  });
});

test('every class of the contract has a mutator, or a test of its own above', () => {
  expect([...FINE_CLASSES, 'domain', 'local-part', 'missing']).toEqual([...DIFFERENCE_CLASSES]);
});

function without<T>(list: readonly T[], item: T): T[] {
  return list.filter((other) => other !== item);
}
