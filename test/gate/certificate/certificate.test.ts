import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalText } from '../../../src/gate/canonical.ts';
import { issueCertificate } from '../../../src/gate/certificate/issue.ts';
import { verifyCertificate } from '../../../src/gate/certificate/verify.ts';
import { checkApplications } from '../../../src/node/check-applications.ts';
import { generateKeys, signerOf, verifierOf } from '../../../src/node/gate/keys.ts';
import { tempFiles } from '../../support/temp.ts';
import { LATER, MAP, migrated, NEW, NOW, OLD, presentFiles, sha256 } from './opened.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

async function issued(
  of: Parameters<typeof migrated>[0] = {},
  options: Partial<Parameters<typeof issueCertificate>[1]> = {},
) {
  const { found, files } = await migrated(of);
  return { ...(await issueCertificate(found, { now: NOW, sha256, ...options })), found, files };
}

type Fields = Readonly<Record<string, unknown>>;

/** A certificate with something altered, and a digest that fits all the same. */
async function forged(text: string, change: (certificate: Fields) => Fields): Promise<Uint8Array> {
  const { digest: _, ...before } = JSON.parse(text) as Fields;
  const certificate = change(before);
  const digest = await sha256(bytesOf(canonicalText(certificate)));
  return bytesOf(`${canonicalText({ ...certificate, digest })}\n`);
}

describe('issueCertificate', () => {
  it('says what was found, for which files, and until when', async () => {
    const { certificate, found } = await issued();
    expect(certificate).toMatchObject({
      kind: 'idp-preflight-certificate',
      schemaVersion: 1,
      serviceProvider: 'claude',
      mode: 'scim',
      compare: 'exact',
      verdict: { status: 'open', reasons: [] },
      created: NOW,
      expires: '2026-06-02T12:00:00.000Z',
      crosswalk: null,
      config: null,
      counts: { owners: 2, outcomes: { 'keeps-account': 2 } },
      inputs: [
        { side: 'old', bytes: OLD.length, sha256: await sha256(bytesOf(OLD)), sent: ['sso', 'scim'], records: 2 },
        { side: 'new', bytes: NEW.length, sha256: await sha256(bytesOf(NEW)) },
      ],
    });
    expect(found.inputs).toHaveLength(2);
  });

  it('is canonical JSON and a line feed, and the same for the same', async () => {
    const { text, certificate, found } = await issued();
    expect(text).toBe(`${canonicalText(certificate)}\n`);
    expect((await issueCertificate(found, { now: NOW, sha256 })).text).toBe(text);
  });

  it('holds no personal data', async () => {
    const policy = {
      now: NOW,
      waivers: [
        {
          id: 'w',
          kind: 'unexpected-in-new',
          person: 'zoe.pratt@example.com',
          reason: 'Zoe Pratt is new',
          owner: 'ivo@example.com',
          expires: '2026-12-31',
        },
      ],
    };
    const { text } = await issued({ next: `${OLD}zoe.pratt@example.com,,Zoe Pratt\n`, policy });
    expect(text).toContain('"waivers":[{"applied":1,"expires":"2026-12-31","id":"w"}]');
    for (const word of ['mira', 'quandt', 'tomasz', 'oak', 'zoe', 'pratt', 'ivo', '@', 'example.com']) {
      expect(text.toLowerCase()).not.toContain(word);
    }
  });

  it('is refused where the gate is closed', async () => {
    const { found } = await migrated({ next: NEW.replaceAll('tomasz', 'Tomasz') });
    await expect(issueCertificate(found, { now: NOW, sha256 })).rejects.toMatchObject({ code: 'ERR_GATE_CLOSED' });
    await expect(issueCertificate([], { now: NOW, sha256 })).rejects.toMatchObject({ code: 'ERR_GATE_CLOSED' });
  });

  it.each([
    { maps: { old: { scim: 'email' }, new: MAP }, mode: 'scim' as const, says: '--old-map sso=' },
    { maps: { old: MAP, new: { sso: 'email' } }, mode: 'scim' as const, says: '--new-map scim=' },
    { maps: { old: MAP, new: {} }, mode: 'jit' as const, says: '--new-map sso=' },
    { maps: { old: { sso: 'extra' }, new: { sso: 'email' } }, mode: 'jit' as const, says: '--old-map scim=' },
  ])('is refused where a column that counts was assumed: $mode, $says', async ({ maps, mode, says }) => {
    const { found } = await migrated({ maps, mode });
    await expect(issueCertificate(found, { now: NOW, sha256 })).rejects.toMatchObject({
      code: 'ERR_CERTIFICATE',
      message: expect.stringContaining(says),
    });
  });

  it.each(['jit', 'manual'] as const)('asks for no SCIM column that adds nothing in mode %s', async (mode) => {
    const { certificate } = await issued({ maps: { old: { sso: 'email' }, new: { sso: 'email' } }, mode });
    expect(certificate).toMatchObject({ mode });
  });

  it('is refused where users did not come out of files, or decisions did not', async () => {
    const { found } = await migrated();
    const inputs = found.inputs.filter(({ side }) => side === 'old');
    await expect(issueCertificate({ ...found, inputs }, { now: NOW, sha256 })).rejects.toThrow('the new side');
    await expect(issueCertificate({ ...found, decisions: 1 }, { now: NOW, sha256 })).rejects.toThrow('by hand');
  });

  it.each([0, -1, 32 * 86_400_000, Number.NaN])('is refused for %s milliseconds', async (validFor) => {
    const { found } = await migrated();
    await expect(issueCertificate(found, { now: NOW, sha256, validFor })).rejects.toMatchObject({ code: 'ERR_USAGE' });
  });
});

describe('verifyCertificate', () => {
  const verify = (bytes: Uint8Array, files: Parameters<typeof verifyCertificate>[1]['files'], more = {}) =>
    verifyCertificate(bytes, { now: LATER, sha256, files, ...more });
  const codes = async (...args: Parameters<typeof verify>) => (await verify(...args)).faults.map(({ code }) => code);

  it('holds for the files that were checked, whatever their names and order', async () => {
    const { text, files } = await issued();
    expect(await verify(bytesOf(text), files)).toMatchObject({ isValid: true, faults: [], isSignatureVerified: false });
    const renamed = files.map((one) => ({ ...one, file: `copy of ${one.role}` })).reverse();
    expect(await codes(bytesOf(text), renamed)).toEqual([]);
  });

  it('does not hold for other files', async () => {
    const { text, files } = await issued();
    const [old, next] = files;
    if (old === undefined || next === undefined) throw new Error('two files were checked');
    const bytes = bytesOf(text);
    expect(await codes(bytes, [])).toEqual(['file-missing', 'file-missing']);
    expect(await codes(bytes, [old, { ...next, sha256: '0'.repeat(64) }])).toEqual(['file-changed']);
    expect(await codes(bytes, [old, { ...next, bytes: 1 }])).toEqual(['file-changed']);
    expect(await codes(bytes, [old, { ...next, sha256: null, bytes: null }])).toEqual(['file-missing']);
    expect(await codes(bytes, [old, next, { ...next, role: 'app' }])).toEqual(['file-unexpected']);
    expect(await codes(bytes, [old, next, next])).toEqual(['file-unexpected']);
    expect(
      await codes(bytes, [
        { ...old, role: 'new' },
        { ...next, role: 'old' },
      ]),
    ).toEqual(['file-changed', 'file-changed']);
  });

  it('holds for crosswalk and config too', async () => {
    const crosswalk = { file: 'crosswalk.csv', sha256: 'a'.repeat(64), bytes: 10 };
    const config = { file: 'idp-preflight.yaml', sha256: 'b'.repeat(64), bytes: 20 };
    const { text, files } = await issued({}, { crosswalk, config });
    const all = [...files, { ...crosswalk, role: 'crosswalk' as const }, { ...config, role: 'config' as const }];
    expect(await codes(bytesOf(text), all)).toEqual([]);
    expect(await codes(bytesOf(text), files)).toEqual(['file-missing', 'file-missing']);
  });

  it.each([
    { now: '2026-06-02T11:59:59.999Z', faults: [] },
    { now: '2026-06-02T12:00:00.000Z', faults: ['expired'] },
    { now: '2026-06-01T11:56:00.000Z', faults: [] },
    { now: '2026-06-01T11:54:00.000Z', faults: ['not-yet-valid'] },
  ])('at $now: $faults', async ({ now, faults }) => {
    const { text, files } = await issued();
    expect(await codes(bytesOf(text), files, { now })).toEqual(faults);
  });

  it('does not hold beyond a waiver that it rests on', async () => {
    const expires = '2026-06-01';
    const policy = {
      now: NOW,
      waivers: [{ kind: 'unexpected-in-new', reason: 'r', owner: 'o', expires, person: 'zoe.pratt@example.com' }],
    };
    const { text, files } = await issued({ next: `${OLD}zoe.pratt@example.com,,Zoe Pratt\n`, policy });
    expect(await codes(bytesOf(text), files, { now: '2026-06-01T23:59:00.000Z' })).toEqual([]);
    expect(await codes(bytesOf(text), files, { now: '2026-06-02T00:01:00.000Z' })).toEqual(['waiver-expired']);
  });

  it.each<[string, (certificate: Fields) => Fields]>([
    ['newer-schema', (certificate) => ({ ...certificate, schemaVersion: 2 })],
    ['newer-schema', (certificate) => ({ ...certificate, schemaVersion: 2, surprise: true })],
    ['unknown-field', (certificate) => ({ ...certificate, surprise: true })],
    ['unknown-field', ({ verdict, ...rest }) => ({ ...rest, verdict: { ...(verdict as Fields), surprise: true } })],
    ['gate-closed', ({ verdict, ...rest }) => ({ ...rest, verdict: { ...(verdict as Fields), status: 'closed' } })],
    ['malformed', (certificate) => ({ ...certificate, schemaVersion: '1' })],
    ['malformed', (certificate) => ({ ...certificate, kind: 'report' })],
    ['malformed', ({ expires: _, ...rest }) => rest],
    ['malformed', (certificate) => ({ ...certificate, expires: 'never' })],
    ['malformed', (certificate) => ({ ...certificate, inputs: [] })],
  ])('is refused as %s, though its digest fits', async (code, change) => {
    const { text, files } = await issued();
    expect(await codes(await forged(text, change), files)).toEqual([code]);
  });

  it('is refused where its digest does not fit, or it is written otherwise', async () => {
    const { text, files } = await issued();
    expect(await codes(bytesOf(text.replace('"owners":2', '"owners":3')), files)).toEqual(['digest']);
    for (const other of [
      text.trimEnd(),
      ` ${text}`,
      `${text}\n`,
      text.replace('{', '{ '),
      `\uFEFF${text}`,
      '',
      '{}\n',
      'null\n',
    ]) {
      expect(await codes(bytesOf(other), files), JSON.stringify(other.slice(0, 20))).toEqual(['malformed']);
    }
  });

  it('holds if it is signed by the key that is trusted, and not otherwise', async () => {
    const keys = generateKeys();
    const other = generateKeys();
    const signer = signerOf(keys.privateKey, 'key.pem');
    const [verifier, stranger] = [verifierOf(keys.publicKey, 'pub.pem'), verifierOf(other.publicKey, 'other.pem')];
    const { text, files } = await issued({}, { signer });
    const unsigned = (await issued()).text;
    expect(await verify(bytesOf(text), files, { verifier })).toMatchObject({
      isValid: true,
      isSignatureVerified: true,
    });
    expect(await codes(bytesOf(text), files)).toEqual([]);
    expect(await codes(bytesOf(text), files, { verifier: stranger })).toEqual(['signature']);
    expect(await codes(bytesOf(unsigned), presentFiles((await migrated()).found), { verifier })).toEqual(['unsigned']);
    // Whoever can write a digest that fits cannot write a signature that does.
    const altered = await forged(text, (certificate) => ({ ...certificate, mode: 'jit' }));
    expect(await codes(altered, files, { verifier })).toEqual(['signature']);
    const signature = { algorithm: 'Ed25519', keyId: verifier.keyId, value: '0'.repeat(128) };
    const sameKeyId = await forged(text, (certificate) => ({ ...certificate, signature }));
    expect(await codes(sameKeyId, files, { verifier })).toEqual(['signature']);
  });

  it('notices whatever bit is flipped, with a key or without', async () => {
    const { text, files } = await issued({}, { signer: signerOf(generateKeys().privateKey, 'key.pem') });
    const whole = bytesOf(text);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: whole.length - 1 }), fc.integer({ min: 1, max: 255 }), async (at, mask) => {
        const flipped = Uint8Array.from(whole);
        flipped[at] = (flipped[at] ?? 0) ^ mask;
        expect((await verify(flipped, files)).isValid).toBe(false);
      }),
      { numRuns: 2_000 },
    );
  });
});

describe('a certificate of several apps', () => {
  const of = async (change: (text: string) => string = (text) => text) => {
    const paths = tempFiles({ 'old.csv': OLD, 'new.csv': change(NEW) });
    return checkApplications({
      old: { files: [paths['old.csv']], map: MAP },
      new: { files: [paths['new.csv']], map: MAP },
      applications: [{ name: 'Claude' }, { name: 'Grafana', serviceProvider: 'grafana', mode: 'jit' }],
    });
  };

  it('names the exports once, and what was found at each', async () => {
    const { applications } = await of();
    const { certificate, text } = await issueCertificate(applications, { now: NOW, sha256 });
    expect(certificate).toMatchObject({
      applications: [{ application: 'Claude' }, { application: 'Grafana', mode: 'jit' }],
    });
    const files = presentFiles(applications[0]?.reconciliation ?? { inputs: [] });
    expect((await verifyCertificate(bytesOf(text), { now: LATER, sha256, files })).faults).toEqual([]);
    const closed = await forged(text, ({ applications: all, ...rest }) => {
      const [first, second] = all as Fields[];
      return { ...rest, applications: [first, { ...second, verdict: { status: 'closed', reasons: [] } }] };
    });
    const [fault] = (await verifyCertificate(closed, { now: LATER, sha256, files })).faults;
    expect(fault).toMatchObject({ code: 'gate-closed', message: expect.stringContaining('Grafana') });
  });

  it('is refused where one of them is closed', async () => {
    const { applications } = await of((text) => text.replaceAll('tomasz', 'Tomasz'));
    await expect(issueCertificate(applications, { now: NOW, sha256 })).rejects.toMatchObject({
      code: 'ERR_GATE_CLOSED',
    });
  });
});

describe('keys', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const encrypted = generateKeyPairSync('ed25519', {
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' },
  });
  const { privateKey, publicKey } = generateKeys();

  it.each([
    ['no key', 'hello', 'cannot|can be read'],
    ['of another kind', rsa.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(), 'a key of rsa'],
    ['encrypted', encrypted.privateKey, 'encrypted'],
    ['public', publicKey, 'can be read'],
  ])('a private key that is %s is refused', (_, pem, says) => {
    expect(() => signerOf(pem, 'key.pem')).toThrow(new RegExp(says));
  });

  it.each([
    ['no key', 'hello', 'can be read'],
    ['of another kind', rsa.publicKey.export({ type: 'spki', format: 'pem' }).toString(), 'a key of rsa'],
    ['private', privateKey, 'private key'],
  ])('a public key that is %s is refused', (_, pem, says) => {
    expect(() => verifierOf(pem, 'pub.pem')).toThrow(new RegExp(says));
  });

  it('one pair has one id', () => {
    expect(signerOf(privateKey, '').keyId).toBe(verifierOf(publicKey, '').keyId);
  });
});
