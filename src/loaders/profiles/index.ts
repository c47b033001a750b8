// The registry of export formats: how the columns of one are read as users.
// May use: model, email, header.ts. A new format is one file and one line here.
// May not: read files, pair people, or know what a finding is.
import { PreflightError } from '../../errors.ts';
import { headerKey } from '../header.ts';
import { entraPortal } from './entra-portal.ts';
import { generic } from './generic.ts';
import { oktaCsv } from './okta-csv.ts';
import type { Profile } from './profile.ts';

/** In order of detection; the last takes whatever the others leave. */
const PROFILES = [oktaCsv, entraPortal, generic] as const;

export type ProfileId = (typeof PROFILES)[number]['id'];
export const PROFILE_IDS: readonly ProfileId[] = PROFILES.map((profile) => profile.id);

/**
 * The profile of that name.
 *
 * @throws PreflightError ERR_UNKNOWN_PROFILE
 */
export function profileById(id: string): Profile {
  const found = PROFILES.find((profile) => profile.id === id);
  if (found !== undefined) return found;
  throw new PreflightError('ERR_UNKNOWN_PROFILE', `Unknown profile "${id}". Known: ${PROFILE_IDS.join(', ')}.`);
}

/** Whether a column of this name usually holds an address or the name of a user. */
export function isEmailHeader(text: string): boolean {
  const key = headerKey(text);
  return PROFILES.some(({ columns }: Profile) =>
    [columns.sso, columns.scim, columns.username].some((names) => names?.includes(key)),
  );
}

/** The first profile all of whose identifying columns are in the header. */
export function detectProfile(header: readonly string[]): Profile {
  const keys = new Set(header.map(headerKey));
  return (
    PROFILES.find((profile: Profile) => profile.detect.length > 0 && profile.detect.every((key) => keys.has(key))) ??
    generic
  );
}
