/** One step of a migration, for people. Sentences stand alone, without a number. */
export interface RunbookStep {
  /** What it is called, such as `reset-connection`. */
  readonly id: string;
  /** Its number in the service provider's guide, 1-based. */
  readonly number: number;
  /** What is done, such as “Reset the SSO connection”. */
  readonly title: string;
  /** Whether it is done once, or at every connected organization. */
  readonly per: 'migration' | 'organization';
  /** When it has to be done at all; default always. */
  readonly appliesWhere?: 'old-scim' | 'provisioned-after';
  /** A step before it from which some time has to pass, where that step applies. */
  readonly waits?: { readonly after: string; readonly minutes: number; readonly why: string };
  /** Where to click, in order. */
  readonly how: readonly string[];
  /** What to look at before it is called done. */
  readonly verify: readonly string[];
  /** What of it cannot be taken back; null where all of it can. */
  readonly irreversible: string | null;
  /** How to get back to where it was, as far as that goes. */
  readonly backOut: string;
}

/** How one service provider is moved to another identity provider, step by step. */
export interface RunbookProcedure {
  /** Which service provider, one of `ServiceProviderId`. */
  readonly serviceProvider: string;
  /** What has to be so, and to have been done, before the first step. */
  readonly before: readonly string[];
  /** The steps, in order. */
  readonly steps: readonly RunbookStep[];
  /** Where that is documented. */
  readonly source: string;
}
