import { PreflightError } from '../../errors.ts';
import type { Certificate } from '../../model/certificate.ts';
import type { Mode } from '../../model/reconciliation.ts';
import { bodiesOf, isOfSeveral } from '../certificate/certified-files.ts';

/** What of a migration decides which steps it has. */
export interface Migration {
  readonly serviceProvider: string;
  /** What provisions accounts afterwards. */
  readonly mode: Mode;
  /** Whether the old IdP pushed users by SCIM. */
  readonly oldScim: boolean;
  /** The apps that it moves, by name and in order; left out where the certificate is about one without a name. */
  readonly applications?: readonly string[] | undefined;
}

/** Of several apps at one service provider, the one that takes more steps decides: a step too many is harmless. */
const BY_STEPS: readonly Mode[] = ['scim', 'jit', 'manual'];

/**
 * What a certificate says of the migration.
 *
 * @param hasRunbook - whether the steps of a service provider are known
 * @throws PreflightError ERR_USAGE where it is about several service providers with steps of their own
 */
export function migrationOf(certificate: Certificate, hasRunbook: (serviceProvider: string) => boolean): Migration {
  const all = bodiesOf(certificate);
  const known = all.filter(({ serviceProvider }) => hasRunbook(serviceProvider));
  const ours = known.length === 0 ? all : known;
  const [first] = ours;
  const other = ours.find(({ serviceProvider }) => serviceProvider !== first?.serviceProvider);
  if (first === undefined || other !== undefined) {
    throw new PreflightError(
      'ERR_USAGE',
      `This certificate is about several service providers with steps of their own: ${[...new Set(ours.map(({ serviceProvider }) => serviceProvider))].join(', ')}. Certify each alone.`,
    );
  }
  return {
    serviceProvider: first.serviceProvider,
    mode: BY_STEPS.find((mode) => ours.some((one) => one.mode === mode)) ?? 'scim',
    ...(isOfSeveral(certificate)
      ? { applications: certificate.applications.map(({ application }) => application).sort() }
      : {}),
    oldScim: ours.some(({ inputs }) => inputs.some(({ side, sent }) => side === 'old' && sent.includes('scim'))),
  };
}
