import { createHash } from 'node:crypto';
import { applyPolicy } from '../../../src/gate/apply-policy.ts';
import type { PresentFile } from '../../../src/gate/certificate/file-faults.ts';
import type { Sha256 } from '../../../src/gate/cryptography.ts';
import type { GatePolicy, Reconciliation } from '../../../src/index.ts';
import { check } from '../../../src/node/check.ts';
import { tempFiles } from '../../support/temp.ts';

export const NOW = '2026-06-01T12:00:00.000Z';
export const LATER = '2026-06-01T13:00:00.000Z';

export const sha256: Sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

export const OLD =
  'email,extra,name\nmira.quandt@example.com,mira.quandt@example.com,Mira Quandt\ntomasz.oak@example.com,tomasz.oak@example.com,Tomasz Oak\n';
export const NEW = `${OLD}\n`;
export const MAP = { sso: 'email', scim: 'email' };

/** A migration of two people out of files; whatever is not said is as it should be. */
export async function migrated({
  old = OLD,
  next = NEW,
  maps = { old: MAP, new: MAP } as { readonly old: object; readonly new: object },
  mode = 'scim' as 'scim' | 'jit' | 'manual',
  policy = undefined as GatePolicy | undefined,
} = {}): Promise<{ readonly found: Reconciliation; readonly files: PresentFile[] }> {
  const paths = tempFiles({ 'old.csv': old, 'new.csv': next });
  const { reconciliation } = await check({
    old: { files: [paths['old.csv']], map: maps.old },
    new: { files: [paths['new.csv']], map: maps.new },
    mode,
  });
  const found = policy === undefined ? reconciliation : applyPolicy(reconciliation, policy);
  return { found, files: presentFiles(found) };
}

/** The inputs as they are: those that were checked. */
export function presentFiles({ inputs }: Pick<Reconciliation, 'inputs'>): PresentFile[] {
  return inputs.map(({ side, file, sha256, bytes }) => ({ role: side, file, sha256, bytes }));
}
