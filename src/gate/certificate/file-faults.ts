import type { FileInRole, FileRole } from './certified-files.ts';
import type { CertificateFault } from './check.ts';

/** A file as it is now. */
export interface PresentFile {
  /** What it is to the switch. */
  readonly role: FileRole;
  /** How messages call it. */
  readonly file: string;
  /** SHA-256 of its bytes as 64 hexadecimal digits; null where it cannot be read. */
  readonly sha256: string | null;
  /** Its size; null where it cannot be read. */
  readonly bytes: number | null;
}

const ROLE_NAMES: Readonly<Record<FileRole, string>> = {
  old: 'export of the old IdP',
  new: 'export of the new IdP',
  app: 'member list',
  crosswalk: 'crosswalk',
  config: 'config',
};

/** Which files are not those that were checked: the same bytes in the same role, as often, whatever their names. */
export function fileFaults(certified: readonly FileInRole[], present: readonly PresentFile[]): CertificateFault[] {
  const left = [...present];
  const gone = certified.filter((one) => {
    const at = left.findIndex(
      ({ role, sha256, bytes }) => role === one.role && sha256 === one.sha256 && bytes === one.bytes,
    );
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  const faults = gone.map(({ role, file }): CertificateFault => {
    // Best the one of that name; else any other in its role stands in its place.
    const named = left.findIndex((other) => other.role === role && other.file === file);
    const at = named >= 0 ? named : left.findIndex((other) => other.role === role);
    const [instead] = at < 0 ? [] : left.splice(at, 1);
    const what = ROLE_NAMES[role];
    if (instead === undefined) {
      return { code: 'file-missing', message: `The ${what} ${file} was checked, and is not given now.` };
    }
    if (instead.sha256 === null) {
      return { code: 'file-missing', message: `The ${what} ${instead.file} was checked, and cannot be read now.` };
    }
    return {
      code: 'file-changed',
      message: `The ${what} ${instead.file} is not the file that was checked: check again with it, or give back the one that was.`,
    };
  });
  const others = left.map(
    ({ role, file }): CertificateFault => ({
      code: 'file-unexpected',
      message: `The ${ROLE_NAMES[role]} ${file} was not checked: the certificate says nothing of it.`,
    }),
  );
  return [...faults, ...others];
}
