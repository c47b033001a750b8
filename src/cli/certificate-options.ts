import { usage, type Values } from './arguments.ts';

/** What `check` says of a certificate. */
export interface CertificateTarget {
  /** Where it is written if the gate is open. */
  readonly file: string;
  /** How long it holds, in milliseconds; undefined as usual. */
  readonly validFor: number | undefined;
  /** The private key by which it is signed; null where it is not. */
  readonly signKey: string | null;
}

const MILLISECONDS = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/**
 * Reads the options of `check` that are about its certificate.
 *
 * @param read - every file that the verdict rests on
 * @returns null where none is asked for
 * @throws PreflightError ERR_USAGE
 */
export function certificateTarget(values: Values, read: readonly unknown[]): CertificateTarget | null {
  const { certificate: file, 'valid-for': validFor, 'sign-key': signKey } = values;
  if (file === undefined) {
    const stray = validFor === undefined ? (signKey === undefined ? null : 'sign-key') : 'valid-for';
    if (stray !== null)
      throw usage(`--${stray} is about a certificate: say where to write it with --certificate FILE.`);
    return null;
  }
  if (file === '' || file === '-') throw usage('--certificate names the file to write.');
  if (read.includes('-')) {
    throw usage('A certificate names files that can be looked at again: standard input (-) cannot be.');
  }
  return { file, validFor: validFor === undefined ? undefined : durationOf(validFor), signKey: signKey ?? null };
}

function durationOf(text: string): number {
  const [, count = '', unit = ''] = /^([1-9][0-9]{0,8})([smhd])$/.exec(text) ?? [];
  if (count === '') throw usage(`--valid-for "${text}": write a number and s, m, h or d, such as 24h.`);
  return Number(count) * MILLISECONDS[unit as keyof typeof MILLISECONDS];
}
