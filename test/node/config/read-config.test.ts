import { Buffer } from 'node:buffer';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PreflightError } from '../../../src/errors.ts';
import { readConfig } from '../../../src/node/config/read-config.ts';
import { tempFiles } from '../../support/temp.ts';
import { CONFIGS, FAULTY, waiverText } from './configs.ts';

const read = (text: string | Uint8Array) => readConfig(Readable.from([Buffer.from(text as string)]));

describe('a config', () => {
  it.each(CONFIGS)('may say $name', async ({ text }) => {
    expect(await read(text)).toBeTruthy();
  });

  it.each(FAULTY)('that says $name is refused where it says it', async ({ text, says, line, column }) => {
    const fault: unknown = await read(text).catch((thrown) => thrown);
    expect(fault).toBeInstanceOf(PreflightError);
    expect(fault).toMatchObject({ code: 'ERR_CONFIG', file: 'stream', message: expect.stringContaining(says) });
    expect((fault as PreflightError).line).toBe(line);
    if (line !== undefined)
      expect((fault as PreflightError).message).toContain(`(line ${line}, column ${column ?? ''}`);
  });

  it('reads words that were truth values in YAML 1.1, and days, as text', async () => {
    const { waivers } = await read(waiverText({ reason: 'no', owner: 'on', expires: '2026-12-31' }));
    expect(waivers?.[0]).toMatchObject({ reason: 'no', owner: 'on', expires: '2026-12-31' });
  });

  it('may be UTF-16 or Windows-1252, as editors write it, but not garbled', async () => {
    const text = 'crosswalk: "Jürgen.csv"\n';
    const utf16 = Buffer.from(`\uFEFF${text}`, 'utf16le');
    for (const bytes of [Buffer.from(`\uFEFF${text}`), utf16, Buffer.from(text, 'latin1')]) {
      expect(await read(bytes)).toEqual({ crosswalk: 'Jürgen.csv' });
    }
    await expect(read('crosswalk: "J\uFFFDrgen.csv"\n')).rejects.toMatchObject({ code: 'ERR_CONFIG' });
  });

  it('is no other file by mistake', async () => {
    await expect(read('#'.repeat(4_000_001))).rejects.toMatchObject({ code: 'ERR_CONFIG' });
    await expect(readConfig('no-such.yaml')).rejects.toMatchObject({ code: 'ERR_INPUT_UNREADABLE' });
  });

  it('ends in a config or in a coded error, whatever it holds', async () => {
    const pieces = fc.constantFrom(
      ...[
        'old',
        'map',
        'waivers',
        'kind',
        ':',
        ': ',
        '-',
        '- ',
        ' ',
        '  ',
        '\n',
        '\t',
        '[',
        ']',
        '{',
        '}',
        ',',
        '"',
        "'",
      ],
      ...[
        '#',
        '&a',
        '*a',
        '!t',
        '|',
        '>',
        '%',
        '@',
        '`',
        '?',
        '---',
        '...',
        '~',
        'null',
        '1',
        '2026-12-31',
        '\u0000',
        '<<',
      ],
    );
    const text = fc.oneof(
      fc.array(pieces, { maxLength: 40 }).map((list) => list.join('')),
      fc.string({ unit: 'binary' }),
    );
    await fc.assert(
      fc.asyncProperty(text, async (given) => {
        const result: unknown = await read(given).catch((thrown) => thrown);
        if (result instanceof Error) expect(result).toMatchObject({ code: 'ERR_CONFIG' });
      }),
      { numRuns: 1000 },
    );
  });
});

describe('paths in a config', () => {
  const text = `old: { files: [a.csv, ../b.csv, /c.csv, "-"] }
crosswalk: d/e.csv
crosswalk-template: f.csv
report: [text, json=out.json, csv=/g.csv, ndjson=-]
waivers: [{ kind: record-rejected, file: a.csv, reason: x, owner: y, expires: 2026-12-31 }]
`;

  it('start at its folder', async () => {
    const files = tempFiles({ 'idp.yaml': text });
    const folder = files['idp.yaml'].replace('/idp.yaml', '');
    const above = folder.replace(/\/[^/]+$/, '');
    expect(await readConfig(files['idp.yaml'])).toEqual({
      old: { files: [`${folder}/a.csv`, `${above}/b.csv`, '/c.csv', '-'] },
      crosswalk: `${folder}/d/e.csv`,
      'crosswalk-template': `${folder}/f.csv`,
      report: ['text', `json=${folder}/out.json`, 'csv=/g.csv', 'ndjson=-'],
      waivers: [expect.objectContaining({ file: `${folder}/a.csv` })],
    });
  });

  it('start at the current directory where it comes from a stream, and stay as short as they are', async () => {
    expect(await read(text)).toMatchObject({ old: { files: ['a.csv', '../b.csv', '/c.csv', '-'] } });
  });
});
