import type { ComparePolicy } from '../../email/compare.ts';

/** How one service provider treats addresses: what a prediction is made by. */
export interface ServiceProvider {
  readonly id: string;
  readonly title: string;
  /** How it compares an address with the key of an account. */
  readonly compare: ComparePolicy;
  /** What has to be so for a sign-in or a SCIM create to find an account by its address: the report says that it is assumed. */
  readonly assumes?: readonly string[];
}

/** What is known of a service provider besides, for people: `idp-preflight providers` tells it. */
export interface ServiceProviderFacts {
  /** By what a sign-in finds an account, in the order in which it is tried. */
  readonly signIn: string;
  /** By which field a SCIM create finds an account; null where it has no SCIM. */
  readonly scim: string | null;
  /** What a link that is missed does: at a SCIM create, and at a sign-in with and without accounts made at sign-in. */
  readonly missed: { readonly scim: string | null; readonly jit: string; readonly manual: string };
  /** What becomes of an account that the new IdP does not push. */
  readonly unpushed: string;
  /** Where it does other than a report predicts, each with what shows it. */
  readonly deviations: readonly string[];
  /** Where all of that is documented, can be read in the code, or was measured. */
  readonly sources: readonly string[];
}
