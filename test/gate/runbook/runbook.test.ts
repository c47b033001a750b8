import { describe, expect, it } from 'vitest';
import { createRunbook, type DoneOptions } from '../../../src/gate/runbook/runbook.ts';
import { certificate, HOUR, MINUTE, World } from './kept.ts';

const ORGANIZATIONS = ['Claude', 'Console'];

async function begun(world = new World(), organizations = ['Claude']) {
  const runbook = world.runbook();
  await runbook.start({ certificate: 'a.json', organizations });
  return { world, runbook };
}

/** The codes of what was refused; empty where nothing was. */
async function refused(work: Promise<unknown>): Promise<readonly string[]> {
  return work.then(
    () => [],
    (fault: { readonly code: string; readonly reasons?: readonly { readonly code: string }[] }) =>
      fault.reasons?.map(({ code }) => code) ?? [fault.code],
  );
}

describe('a runbook', () => {
  it('takes the seven steps in order, the second after an hour', async () => {
    const { world, runbook } = await begun();
    const taken: string[] = [];
    for (let next = await runbook.next(); next.current !== null; next = await runbook.next()) {
      const { id, number } = next.current.step;
      if (number === 2) {
        expect(next.refusals.map(({ code }) => code)).toEqual(['wait']);
        world.now += HOUR;
      }
      await runbook.done(number % 2 === 0 ? number : id);
      taken.push(id);
    }
    expect(taken).toEqual([
      'disable-old-scim',
      'set-manual',
      'delete-directory',
      'reset-connection',
      'verify-reset',
      'set-up-new-idp',
      'enable-provisioning',
    ]);
    expect(await refused(runbook.done(7))).toEqual(['done']);
  });

  it.each([
    { says: 'scim to scim', mode: 'scim' as const, oldScim: true, steps: [1, 2, 3, 4, 5, 6, 7] },
    { says: 'no SCIM before', mode: 'scim' as const, oldScim: false, steps: [2, 4, 5, 6, 7] },
    { says: 'SCIM to JIT', mode: 'jit' as const, oldScim: true, steps: [1, 2, 3, 4, 5, 6, 7] },
    { says: 'JIT to JIT', mode: 'jit' as const, oldScim: false, steps: [2, 4, 5, 6, 7] },
    { says: 'nothing provisions afterwards', mode: 'manual' as const, oldScim: true, steps: [1, 2, 3, 4, 5, 6] },
  ])('$says: steps $steps', async ({ mode, oldScim, steps }) => {
    const world = new World();
    world.certificates.set('a.json', certificate({ mode, oldScim }));
    const { runbook } = await begun(world);
    expect((await runbook.status()).steps.map(({ step }) => step.number)).toEqual(steps);
  });

  it('does not wait where no SCIM was in use', async () => {
    const world = new World();
    world.certificates.set('a.json', certificate({ oldScim: false }));
    const { runbook } = await begun(world);
    expect(await refused(runbook.done(2))).toEqual([]);
  });

  it('refuses what is out of order', async () => {
    const { runbook } = await begun();
    for (const step of [2, 3, 4, 5, 6, 7]) expect(await refused(runbook.done(step)), `${step}`).toEqual(['order']);
    await runbook.done(1);
    expect(await refused(runbook.done(1))).toEqual(['done']);
    expect(await refused(runbook.done(3))).toEqual(['order']);
  });

  it('waits an hour to the minute, or for a reason that is recorded', async () => {
    const { world, runbook } = await begun();
    await runbook.done(1);
    world.now += HOUR - 1;
    expect(await refused(runbook.done(2))).toEqual(['wait']);
    expect(await refused(runbook.done(2, { overrideWait: ' ' }))).toEqual(['ERR_USAGE']);
    expect((await runbook.done(2, { overrideWait: 'nothing was pushed for days' })).waitOverride).toBe(
      'nothing was pushed for days',
    );

    const patient = await begun();
    await patient.runbook.done(1);
    patient.world.now += HOUR;
    expect((await patient.runbook.done(2, { overrideWait: 'to be sure' })).waitOverride).toBe(null);
  });

  it('goes on only when no organization is behind', async () => {
    const { world, runbook } = await begun(new World(), ORGANIZATIONS);
    await runbook.done(1);
    expect(await refused(runbook.done(2))).toEqual(['wait']);
    world.now += HOUR;
    expect(await refused(runbook.done(2))).toEqual(['ERR_USAGE']);
    await runbook.done(2, { organization: 'Console' });
    expect(await refused(runbook.done(2, { organization: 'Console' }))).toEqual(['done']);
    expect(await refused(runbook.done(3))).toEqual(['organization-behind']);
    await runbook.done(2, { organization: 'Claude' });
    expect(await refused(runbook.done(3))).toEqual([]);
  });

  it.each<[string, string | number, DoneOptions]>([
    ['no such step', 8, {}],
    ['no such step', 'reset', {}],
    ['a step that is done once', 1, { organization: 'Claude' }],
    ['no such organization', 2, { organization: 'Consol', overrideWait: 'because' }],
    ['a step without a wait', 1, { overrideWait: 'because' }],
    ['an empty note', 1, { note: '\n' }],
  ])('a mistake is no refusal: %s', async (_, step, options) => {
    const { runbook } = await begun(new World(), ORGANIZATIONS);
    if (step === 2) await runbook.done(1);
    expect(await refused(runbook.done(step, options))).toEqual(['ERR_USAGE']);
  });

  describe('before a step that cannot be taken back', () => {
    const atStep3 = async () => {
      const all = await begun();
      await all.runbook.done(1);
      all.world.now += HOUR;
      await all.runbook.done(2);
      return all;
    };

    it('verifies the certificate, and records which it was', async () => {
      const { world, runbook } = await atStep3();
      expect(world.asked).toHaveLength(1);
      expect((await runbook.done(3)).certificate).toBe('a'.repeat(64));
      expect(world.asked).toHaveLength(2);
      expect((await runbook.status()).entries.at(1)).toMatchObject({ step: 'disable-old-scim', certificate: null });
    });

    it.each<[string, (world: World) => void, string]>([
      [
        'has expired',
        (world) => {
          world.now += 24 * HOUR;
        },
        'certificate',
      ],
      [
        'is about other files',
        (world) => {
          world.areFilesAsChecked = false;
        },
        'certificate',
      ],
      ['is gone', (world) => world.certificates.clear(), 'certificate'],
      ['is another one', (world) => world.certificates.set('a.json', certificate({ id: 'b' })), 'other-certificate'],
    ])('refuses one that %s, and next says so', async (_, happens, code) => {
      const { world, runbook } = await atStep3();
      happens(world);
      expect((await runbook.next()).refusals.map((refusal) => refusal.code)).toEqual([code]);
      expect(await refused(runbook.done(3))).toEqual([code]);
    });

    it('does not believe a clock that went back', async () => {
      const { world, runbook } = await atStep3();
      world.now -= 30 * MINUTE;
      expect(await refused(runbook.done(3))).toEqual(['clock']);
      // A minute is what clocks are set right by; it makes no certificate younger.
      world.now += 29 * MINUTE;
      const { expires } = certificate();
      world.certificates.set('a.json', { ...certificate(), expires: new Date(world.now + 30_000).toISOString() });
      expect(Date.parse(expires)).toBeGreaterThan(world.now);
      expect(await refused(runbook.done(3))).toEqual(['certificate']);
    });

    it('goes on with a new one', async () => {
      const { world, runbook } = await atStep3();
      world.now += 25 * HOUR;
      expect(await refused(runbook.renew('a.json'))).toEqual(['certificate']);
      world.certificates.set('b.json', certificate({ id: 'b', created: world.now, expires: world.now + HOUR }));
      await runbook.renew('b.json');
      expect((await runbook.done(3)).certificate).toBe('b'.repeat(64));
    });

    it.each([{ mode: 'jit' as const }, { oldScim: false }])(
      'but not with one of another migration: %o',
      async (other) => {
        const { world, runbook } = await atStep3();
        world.certificates.set('b.json', certificate({ id: 'b', ...other }));
        expect(await refused(runbook.renew('b.json'))).toEqual(['other-migration']);
      },
    );
  });

  describe('of several apps', () => {
    const several = (id: string, ...names: string[]) => {
      const { digest, created, expires, ...body } = certificate({ id }) as never as Record<string, unknown>;
      return {
        digest,
        created,
        expires,
        applications: names.map((application) => ({ application, ...body })),
      } as never;
    };

    it('does not go on with a certificate that has left one out, or is about one alone', async () => {
      const world = new World();
      world.certificates.set('a.json', several('a', 'Team', 'Console'));
      const { runbook } = await begun(world);
      world.certificates.set('b.json', several('b', 'Team'));
      expect(await refused(runbook.renew('b.json'))).toEqual(['other-migration']);
      world.certificates.set('c.json', certificate({ id: 'c' }));
      expect(await refused(runbook.renew('c.json'))).toEqual(['other-migration']);
      world.certificates.set('d.json', several('d', 'Console', 'Team'));
      expect((await runbook.renew('d.json')).digest).toBe('d'.repeat(64));
    });
  });

  it('begins once, with a certificate that holds, and organizations that can be told apart', async () => {
    const world = new World();
    const runbook = world.runbook();
    expect(await refused(runbook.next())).toEqual(['ERR_JOURNAL']);
    expect(await refused(runbook.start({ certificate: 'b.json', organizations: ['Claude'] }))).toEqual(['certificate']);
    for (const organizations of [[], [' '], ['Claude', 'claude '], ['Claude', 'Cla\u200Bude']]) {
      expect(await refused(runbook.start({ certificate: 'a.json', organizations })), organizations.join()).toEqual([
        'ERR_USAGE',
      ]);
    }
    expect(world.store.bytes).toBe(null);
    await runbook.start({ certificate: 'a.json', organizations: ['Claude'] });
    expect(await refused(runbook.start({ certificate: 'a.json', organizations: ['Claude'] }))).toEqual(['ERR_JOURNAL']);
  });

  it('hands the trusted key to whoever verifies, at every step', async () => {
    const world = new World();
    world.certificates.set('a.json', certificate({ oldScim: false }));
    const runbook = world.runbook();
    await runbook.start({ certificate: 'a.json', organizations: ['Claude'], key: 'PEM' });
    await runbook.done(2);
    await runbook.done(4);
    expect(world.asked.map(({ key }) => key)).toEqual(['PEM', 'PEM']);
  });

  it('knows no steps of an app whose guide has none', async () => {
    const world = new World();
    world.certificates.set('a.json', certificate({ serviceProvider: 'polis' }));
    expect(await refused(world.runbook().start({ certificate: 'a.json', organizations: ['x'] }))).toEqual([
      'ERR_USAGE',
    ]);
  });

  it('is no way round: a verdict without reasons is no verdict', async () => {
    const world = new World();
    const runbook = createRunbook({
      store: world.store,
      now: () => new Date(world.now).toISOString(),
      by: 'x',
      sha256: () => '0'.repeat(64),
      procedureOf: () => null,
      verify: async () => ({ isValid: false, faults: [], certificate: certificate(), isSignatureVerified: false }),
    });
    await expect(runbook.start({ certificate: 'a.json', organizations: ['x'] })).rejects.toThrow('nobody says why');
  });
});
