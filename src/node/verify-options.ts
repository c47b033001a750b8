import * as z from 'zod/mini';
import { appSchema, requireShape, sideSchema } from './check-options.ts';

const given = z.custom((value) => value !== undefined && value !== null);
const optionsSchema = z.strictObject({
  baseline: given,
  app: z.optional(appSchema),
  scim: z.optional(z.pick(sideSchema, { files: true, profile: true, map: true })),
  new: z.optional(z.pick(sideSchema, { files: true })),
  organization: z.optional(z.string().check(z.regex(/\S/))),
  onProgress: z.optional(z.custom((value) => typeof value === 'function')),
});

/**
 * Callers without types make mistakes that a default would hide.
 *
 * @throws PreflightError ERR_USAGE
 */
export function requireVerifyOptions(options: unknown): void {
  requireShape(optionsSchema, options, 'verify()');
}
