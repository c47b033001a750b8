import * as z from 'zod/mini';

/** The waiver that keeps a finding or an outcome from closing the gate. */
export interface WaiverMark {
  /** What the policy calls it. */
  readonly id: string;
  /** Why it may be so. */
  readonly reason: string;
  /** The last day on which it holds, `YYYY-MM-DD` in UTC. */
  readonly expires: string;
}

export const waiverMarkSchema = z.strictObject({ id: z.string(), reason: z.string(), expires: z.string() });
