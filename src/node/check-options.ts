import * as z from 'zod/mini';
import { PreflightError } from '../errors.ts';
import { APP_MAP_KEYS, MAP_KEYS } from '../model/input.ts';
import { MODES } from '../model/reconciliation.ts';
import type { Source } from './readers/bytes.ts';

const files = z
  .array(z.custom<Source>((source) => typeof source === 'string' || (typeof source === 'object' && source !== null)))
  .check(z.minLength(1));
const sideSchema = z.strictObject({
  files,
  profile: z.optional(z.string()),
  map: z.optional(z.partialRecord(z.enum(MAP_KEYS), z.string())),
  scope: z.optional(
    z.strictObject({
      only: z.optional(z.array(z.strictObject({ column: z.string(), glob: z.string() }))),
      exclude: z.optional(z.array(z.strictObject({ column: z.string(), glob: z.string() }))),
    }),
  ),
});
const appSchema = z.strictObject({
  files,
  profile: z.optional(z.string()),
  map: z.optional(z.partialRecord(z.enum(APP_MAP_KEYS), z.string())),
});
const source = z.custom<Source>((given) => typeof given === 'string' || (typeof given === 'object' && given !== null));
const optionsSchema = z.strictObject({
  old: sideSchema,
  new: sideSchema,
  app: z.optional(appSchema),
  mode: z.optional(z.enum(MODES)),
  serviceProvider: z.optional(z.string()),
  compare: z.optional(z.string()),
  crosswalk: z.optional(source),
  policy: z.optional(z.custom((given) => typeof given === 'object' && given !== null)),
  onProgress: z.optional(z.custom((value) => typeof value === 'function')),
});

/**
 * Callers without types make mistakes that a default would hide, such as a misspelt key of a map.
 *
 * @throws PreflightError ERR_USAGE
 */
export function requireOptions(options: unknown): void {
  const checked = optionsSchema.safeParse(options);
  if (checked.success) return;
  const [issue] = checked.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'The options' : `Option ${issue.path.join('.')}`;
  throw new PreflightError(
    'ERR_USAGE',
    `${where} of check() cannot be used: ${issue?.message ?? 'not as documented'}.`,
  );
}
