import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { certifiedName, verifyCertificateFile } from '../../../src/node/gate/certificate-file.ts';
import { runCommand, STANDING_CLOCK } from '../../support/command.ts';
import { tempFiles } from '../../support/temp.ts';

const OLD = 'email,name\nann@example.com,Ann Lee\nbob@example.com,Bob Roe\n';
const FILES = {
  'old.csv': OLD,
  'new.csv': `${OLD}\n`,
  'app.csv': 'email,name,status\nann@example.com,Ann Lee,active\nbob@example.com,Bob Roe,active\n',
  'idp.yaml':
    'old: { map: { sso: email, scim: email } }\nnew: { map: { sso: email, scim: email } }\napp: { files: app.csv, map: { email: email } }\n',
  'who.csv': 'decision,old email,new email\nsame,ann@example.com,ann@example.com\n',
};

it('notices whatever byte is flipped in any file that was checked', async () => {
  const paths = tempFiles(FILES);
  const certificate = join(dirname(paths['old.csv']), 'certificate.json');
  const args = [
    '--old',
    paths['old.csv'],
    '--new',
    paths['new.csv'],
    '--config',
    paths['idp.yaml'],
    '--crosswalk',
    paths['who.csv'],
  ];
  expect(await runCommand(['check', ...args, '--certificate', certificate])).toMatchObject({ status: 0 });
  const verified = async () =>
    (await verifyCertificateFile(certificate, { now: STANDING_CLOCK })).faults.map(({ code }) => code);
  expect(await verified()).toEqual([]);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...(Object.keys(FILES) as (keyof typeof FILES)[])),
      fc.nat({ max: 1_000_000 }),
      fc.integer({ min: 1, max: 255 }),
      async (name, place, mask) => {
        const whole = Buffer.from(FILES[name]);
        const flipped = Buffer.from(whole);
        const at = place % whole.length;
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        writeFileSync(paths[name], flipped);
        const faults = await verified();
        writeFileSync(paths[name], whole);
        expect(faults).toEqual(['file-changed']);
      },
    ),
    { numRuns: 1_000 },
  );
  expect(await verified()).toEqual([]);
  expect(readFileSync(paths['old.csv'], 'utf8')).toBe(OLD);
});

it('calls files by their path from its own folder', () => {
  expect(certifiedName('/a/b/c.json', '/a/b/old.csv')).toBe('old.csv');
  expect(certifiedName('/a/b/c.json', '/a/exports/old.csv')).toBe('../exports/old.csv');
  expect(certifiedName('c.json', 'old.csv')).toBe('old.csv');
});
