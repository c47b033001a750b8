import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../src/explain/explanation.ts';
import {
  FINDING_EXPLANATIONS,
  isTopic,
  OUTCOME_EXPLANATIONS,
  sensesOf,
  TOPICS,
  VERIFICATION_EXPLANATIONS,
} from '../../src/explain/index.ts';
import { FINDINGS } from '../../src/findings/index.ts';
import { OUTCOMES } from '../../src/model/person.ts';
import { VERIFICATION_FINDINGS } from '../../src/verify/findings/index.ts';
import { ROOT } from '../architecture/sources.ts';
import { CASES } from '../findings/cases.ts';
import { reportOf } from './examples.ts';

const KINDS = FINDINGS.map(({ kind }) => kind);
const FOLDER = join(ROOT, 'src/explain');

const EVERY: readonly (readonly [string, Explanation])[] = [
  ...Object.entries(FINDING_EXPLANATIONS),
  ...Object.entries(OUTCOME_EXPLANATIONS),
  ...Object.entries(VERIFICATION_EXPLANATIONS),
];

/** Every file that says what a scenario has to find. */
function scenarios(): string[] {
  const folder = join(ROOT, 'fixtures/scenarios');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /(?:expected\.csv|\.json)$/.test(file))
    .map((file) => readFileSync(join(folder, file), 'utf8'));
}

/** Every place of an explanation where prose stands. */
function proseOf({ brief, meaning, arises, fix, example }: Explanation): string[] {
  return [
    brief,
    ...meaning,
    ...[...arises, ...fix].map(({ how }) => how),
    ...(example === null ? [] : [example.shows]),
  ];
}

function rowsOf({ example }: Explanation): readonly string[] {
  if (example === null) return [];
  const { old, new: next, app = [], crosswalk = [], config = [] } = example;
  return [...old, ...next, ...app, ...crosswalk, ...config];
}

describe('the registry', () => {
  it('explains findings in the order of their registry, and outcomes worst first', () => {
    expect(Object.keys(FINDING_EXPLANATIONS)).toEqual(KINDS);
    expect(Object.keys(OUTCOME_EXPLANATIONS)).toEqual([...OUTCOMES]);
    expect(Object.keys(VERIFICATION_EXPLANATIONS)).toEqual(VERIFICATION_FINDINGS.map(({ kind }) => kind));
  });

  it.each(['findings', 'outcomes', 'verification'])('has nothing in %s/ that it does not use', (room) => {
    const used =
      {
        findings: FINDING_EXPLANATIONS,
        outcomes: OUTCOME_EXPLANATIONS,
        verification: VERIFICATION_EXPLANATIONS,
      }[room] ?? {};
    const files = readdirSync(join(FOLDER, room)).map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual(Object.keys(used).sort());
  });

  it('knows what is both a finding and an outcome', () => {
    expect(sensesOf('account-takeover').map(({ is }) => is)).toEqual(['finding', 'outcome']);
    expect(TOPICS.filter((topic) => sensesOf(topic).length > 1)).toEqual(['account-takeover']);
  });

  it('is not taken in by names that every object has', () => {
    for (const word of ['constructor', 'toString', '__proto__', '']) expect(isTopic(word), word).toBe(false);
  });
});

describe.each(EVERY.map(([name, explanation]) => ({ name, explanation })))('$name', ({ name, explanation }) => {
  it('says what it means in two to four sentences', () => {
    const sentences = explanation.meaning.join(' ').split(/(?<=\.) (?=[A-Z`])/);
    expect(sentences.length).toBeGreaterThanOrEqual(2);
    expect(sentences.length).toBeLessThanOrEqual(4);
    for (const sentence of explanation.meaning) expect(sentence).toMatch(/^[A-Z`].*\.$/);
  });

  it('has a brief that fits into a list', () => {
    expect(explanation.brief).toMatch(/^[A-Z].{10,67}[^.]$/);
  });

  it('says how it arises and how it is put right, in whole sentences', () => {
    for (const list of [explanation.arises, explanation.fix]) {
      expect(list.length).toBeGreaterThan(0);
      for (const { how } of list) expect(how).toMatch(/^[A-Z`].*[.]$/);
    }
  });

  it('closes every literal, and names nobody real', () => {
    for (const text of [...proseOf(explanation), ...rowsOf(explanation)]) {
      expect((text.match(/`/g) ?? []).length % 2, text).toBe(0);
      for (const [, domain = ''] of text.matchAll(/\w@([a-z0-9-]+(?:\.[a-z0-9-]+)+)/gi)) {
        expect(domain).toMatch(/^example\.(?:com|org|net|onmicrosoft\.com)$/);
      }
    }
  });

  it('refers to what exists, and not to itself', () => {
    const { seeAlso } = explanation;
    expect(seeAlso.length).toBeGreaterThan(0);
    expect(new Set(seeAlso).size).toBe(seeAlso.length);
    for (const topic of seeAlso) {
      expect(isTopic(topic), topic).toBe(true);
      expect(topic).not.toBe(name);
    }
  });

  it('names in its text only kinds and outcomes that exist', () => {
    const words = proseOf(explanation).flatMap((text) =>
      [...text.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, word]) => word ?? ''),
    );
    for (const word of words) expect(isTopic(word), word).toBe(true);
  });
});

describe('severities', () => {
  const saysOf = (kind: string): string =>
    (FINDING_EXPLANATIONS as Readonly<Record<string, Explanation>>)[kind]?.meaning.join(' ') ?? '';

  it.each(KINDS.map((kind) => ({ kind, severity: CASES[kind].raises.severity })))(
    '$kind says when it is an $severity',
    ({ kind, severity }) => expect(saysOf(kind)).toMatch(new RegExp(`\\ban? ${severity}\\b`)),
  );

  it.each(VERIFICATION_FINDINGS.map(({ kind, worst }) => ({ kind, worst })))(
    '$kind says when it is an $worst',
    ({ kind, worst }) => {
      const { meaning } = VERIFICATION_EXPLANATIONS[kind];
      expect(meaning.join(' ')).toMatch(new RegExp(`\\ban? ${worst}\\b`));
    },
  );

  // Truth tables, written by hand: `error:email-missing`.
  const seen = new Set(
    scenarios().flatMap((text) => [...text.matchAll(/\b(error|warning|info):([a-z-]+)/g)].map(([pair]) => pair)),
  );

  it.each([...seen].sort())('of the scenarios are explained: %s', (pair) => {
    const [severity = '', kind = ''] = pair.split(':');
    expect(saysOf(kind)).toMatch(new RegExp(`\\ban? ${severity}\\b`));
  });

  it('were seen at all', () => expect(seen.size).toBeGreaterThan(30));
});

describe('examples', () => {
  const examples = [...Object.entries(FINDING_EXPLANATIONS), ...Object.entries(OUTCOME_EXPLANATIONS)].map(
    ([name, { example }]) => ({ name, example }),
  );

  it.each(examples)('of $name is what check says', async ({ name, example }) => {
    if (example === null) throw new Error('only what is still to come may have no example');
    expect(example.report.join('\n')).toContain(name);
    const report = await reportOf(example);
    for (const part of example.report.join('\n').split('\n\n')) expect(`\n${report}`).toContain(`\n${part}\n`);
  });
});
