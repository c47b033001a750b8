import type { ComparePolicy } from '../../email/compare.ts';

/** How one service provider treats addresses. */
export interface ServiceProvider {
  readonly id: string;
  readonly title: string;
  /** How it compares an address with the key of an account. */
  readonly compare: ComparePolicy;
}
