/** Organisations of pure chance over a handful of values: they reach corners that nobody thought of. */
import * as fc from 'fast-check';
import type { Organisation } from '../records.ts';
import { assemble } from './assemble.ts';
import { mostly } from './draw.ts';
import { guid, guidToBase64 } from './ids.ts';
import type { Sheet } from './people.ts';
import type { Draft, RowSheet } from './stage.ts';

const A_GUID = guid(1);

/** The addresses of one organisation: three that differ under every policy, and two more. */
const PALETTES = [
  ['A@example.com', 'd@example.com'],
  ['a@Example.com', 'a@example.net'],
  ['a@example.com ', '\u00a0a@example.com'],
  ['\u212a@example.com', 'k@example.com'],
  ['a@bücher.example', 'a@xn--bcher-kva.example'],
  ['a\u200b@example.com', '\uff41@example.com'],
  ['É@example.com', 'e\u0301@example.com'],
  ['mailto:a@example.com', '<A@example.com>'],
] as const;

type Words = (at: number) => string;
const word = fc.nat({ max: 4 });

const sheet = fc
  .record({
    person: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
    sso: fc.option(word, { freq: 8 }),
    scim: fc.option(word, { freq: 8 }),
    agree: mostly(true, [false], 45),
    name: fc.option(fc.constantFrom('Ann Lee', 'Bo Lee', 'Bo Ng'), { freq: 3 }),
    active: mostly(true, [false], 30),
    employee: fc.option(fc.constantFrom('7', '8', '007', 'n/a'), { freq: 1 }),
    external: fc.option(fc.constantFrom('x', 'y', 'X '), { freq: 1 }),
    immutable: fc.option(fc.constantFrom(A_GUID, guidToBase64(A_GUID), guid(2)), { freq: 1 }),
    ids: fc.boolean(),
    aliases: fc.array(word, { maxLength: 2 }),
    hasAliases: mostly(false, [true], 30),
    groups: fc.subarray(['Staff', 'Sales'], { maxLength: 1 }),
  })
  .map((t) => (words: Words): Sheet => {
    const [sso, scim] = [t.sso, t.agree ? t.sso : t.scim].map((at) => (at === null ? null : words(at)));
    return {
      person: t.person,
      sso: sso ?? null,
      scim: scim ?? null,
      name: t.name,
      active: t.active,
      ids: {
        'employee-id': t.ids ? t.employee : null,
        'external-id': t.ids ? t.external : null,
        'immutable-id': t.ids ? t.immutable : null,
      },
      aliases: t.hasAliases ? t.aliases.map(words) : [],
      groups: t.groups,
    };
  });

const row = fc
  .record({
    person: fc.constantFrom('p0', 'p1', 'p2', 'p3'),
    email: word,
    name: fc.option(fc.constantFrom('Ann Lee', 'Bo Lee', 'Bo Ng'), { freq: 2 }),
    active: mostly(true, [false], 15),
  })
  .map(
    (t) =>
      (words: Words): RowSheet => ({ person: t.person, email: words(t.email), name: t.name, active: t.active }),
  );

export const tinyOrganisation: fc.Arbitrary<Organisation> = fc
  .record({
    palette: fc.constantFrom(...PALETTES),
    old: fc.array(sheet, { minLength: 1, maxLength: 4, size: 'max' }),
    new: fc.array(sheet, { minLength: 1, maxLength: 4, size: 'max' }),
    app: fc.array(row, { minLength: 1, maxLength: 4, size: 'max' }),
  })
  .map(({ palette, ...sides }) => {
    const values = ['a@example.com', 'b@example.com', 'c@example.com', ...palette];
    const words: Words = (at) => values[at] ?? 'a@example.com';
    const drafts: Draft[] = [
      ...sides.old.map((write): Draft => ({ side: 'old', sheet: write(words), rank: 0 })),
      ...sides.new.map((write): Draft => ({ side: 'new', sheet: write(words), rank: 0 })),
      ...sides.app.map((write): Draft => ({ side: 'app', sheet: write(words), rank: 0 })),
    ];
    return assemble(drafts);
  });
