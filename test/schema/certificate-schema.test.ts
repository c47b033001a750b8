import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { issueCertificate } from '../../src/gate/certificate/issue.ts';
import { certificateSchema } from '../../src/model/certificate.ts';
import { generateKeys, signerOf } from '../../src/node/gate/keys.ts';
import { migrated, NOW, sha256 } from '../gate/certificate/opened.ts';

const SHIPPED = new URL('../../schema/certificate.schema.json', import.meta.url).pathname;

it('is the schema in the code (npm run schema writes it)', async () => {
  const made = {
    $id: 'urn:idp-preflight:certificate:1',
    title: 'idp-preflight certificate',
    ...z.toJSONSchema(certificateSchema),
  };
  await expect(`${JSON.stringify(made, null, 2)}\n`).toMatchFileSnapshot(SHIPPED);
});

it('holds certificates, and nothing else', async () => {
  const { found } = await migrated();
  const signer = signerOf(generateKeys().privateKey, 'key.pem');
  const one = await issueCertificate(found, { now: NOW, sha256 });
  const several = await issueCertificate(
    [{ application: 'Claude', reconciliation: found, verdict: { status: 'open', reasons: [] } }],
    {
      now: NOW,
      sha256,
      signer,
    },
  );
  const validate = new Ajv2020({ strict: false, validateFormats: false }).compile(
    JSON.parse(readFileSync(SHIPPED, 'utf8')),
  );
  for (const { text } of [one, several]) {
    validate(JSON.parse(text));
    expect(validate.errors ?? []).toEqual([]);
  }
  for (const faulty of [
    { ...one.certificate, surprise: 1 },
    { ...one.certificate, digest: 'x' },
    { ...one.certificate, schemaVersion: 2 },
  ]) {
    expect(validate(faulty)).toBe(false);
  }
});
