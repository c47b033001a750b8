// The registry of pairing tiers, strongest first: what may hold an old and a new user to be one person.
// May use: model, email, the rest of the matcher. A new tier is one file and one line here.
// May not: decide outcomes, or know what a finding is.
import { alias } from './alias.ts';
import { crosswalk } from './crosswalk.ts';
import { emailExact } from './email-exact.ts';
import { emailNormalized } from './email-normalized.ts';
import { employeeId } from './employee-id.ts';
import { externalId } from './external-id.ts';
import { immutableId } from './immutable-id.ts';
import { localPartAndName } from './local-part-and-name.ts';
import type { Tier } from './tier.ts';

const REGISTRY = [
  crosswalk,
  employeeId,
  immutableId,
  externalId,
  emailExact,
  emailNormalized,
  alias,
  localPartAndName,
] as const;

/** A piece of evidence that pairs an old and a new user, strongest first. A name alone is none. */
export type TierId = (typeof REGISTRY)[number]['id'];
export const TIERS: readonly (Tier & { readonly id: TierId })[] = REGISTRY;
