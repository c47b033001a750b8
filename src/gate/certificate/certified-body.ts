import type { CertifiedBody, CertifiedInput } from '../../model/certificate.ts';
import type { InputSummary } from '../../model/input.ts';
import type { GateVerdict, Reconciliation } from '../../model/reconciliation.ts';
import { ATTRIBUTES } from '../../model/user.ts';
import { canonicalBytes } from '../canonical.ts';
import type { Sha256 } from '../cryptography.ts';

/**
 * What a certificate says of one app: counts and names of kinds, never a word that may be about a person. Reasons of
 * waivers, their owners and messages stay in the report.
 *
 * @param fileName - how the certificate calls a file
 */
export async function certifiedBody(
  { serviceProvider, mode, compare, summary, inputs, policy }: Reconciliation,
  verdict: GateVerdict,
  fileName: (file: string) => string,
  sha256: Sha256,
): Promise<CertifiedBody> {
  const { users, active, paired, pairedByEmailAlone, owners, outcomes, findings } = summary;
  return {
    serviceProvider,
    mode,
    compare,
    verdict: { status: verdict.status, reasons: verdict.reasons.map(({ code, count }) => ({ code, count })) },
    counts: { users, active, paired, pairedByEmailAlone, owners, outcomes, findings },
    waivers: (policy?.waivers ?? [])
      .filter(({ applied }) => applied > 0)
      .map(({ id, expires, applied }) => ({ id, expires, applied })),
    // A ceiling that nobody has come up against is rested on too: without it the gate would be closed.
    budgets: (policy?.budgets ?? [])
      .filter(({ applied, isCeiling }) => applied > 0 || isCeiling)
      .map(({ id, outcome, expires, allowed, people }) => ({ id, outcome, expires, allowed, people })),
    policyDigest: await sha256(canonicalBytes(policy?.given ?? {})),
    inputs: inputs.map((input) => certifiedInput(input, fileName)),
  };
}

function certifiedInput(input: InputSummary, fileName: (file: string) => string): CertifiedInput {
  const { side, file, sha256, bytes, profile, mapping, records, users, rejected, excluded } = input;
  return {
    side,
    file: fileName(file),
    sha256,
    bytes,
    profile,
    sent: ATTRIBUTES.filter((attribute) => mapping[attribute] !== null),
    records,
    users,
    rejected,
    excluded,
  };
}
