import * as z from 'zod/mini';
import { PreflightError } from '../errors.ts';
import { APPLICATION_MAP_KEYS } from '../model/config.ts';
import { APP_MAP_KEYS, MAP_KEYS } from '../model/input.ts';
import { MODES } from '../model/reconciliation.ts';
import type { Source } from './readers/bytes.ts';
import { sameNamed } from './same-named.ts';

const files = z
  .array(z.custom<Source>((source) => typeof source === 'string' || (typeof source === 'object' && source !== null)))
  .check(z.minLength(1));
export const sideSchema = z.strictObject({
  files,
  profile: z.optional(z.string()),
  sheet: z.optional(z.string()),
  encoding: z.optional(z.string()),
  map: z.optional(z.partialRecord(z.enum(MAP_KEYS), z.string())),
  scope: z.optional(
    z.strictObject({
      only: z.optional(z.array(z.strictObject({ column: z.string(), glob: z.string() }))),
      exclude: z.optional(z.array(z.strictObject({ column: z.string(), glob: z.string() }))),
    }),
  ),
});
export const appSchema = z.strictObject({
  files,
  profile: z.optional(z.string()),
  sheet: z.optional(z.string()),
  encoding: z.optional(z.string()),
  map: z.optional(z.partialRecord(z.enum(APP_MAP_KEYS), z.string())),
});
const source = z.custom<Source>((given) => typeof given === 'string' || (typeof given === 'object' && given !== null));
const perApp = {
  app: z.optional(appSchema),
  mode: z.optional(z.enum(MODES)),
  serviceProvider: z.optional(z.string()),
  compare: z.optional(z.string()),
  policy: z.optional(z.custom((given) => typeof given === 'object' && given !== null)),
};
const shared = {
  old: sideSchema,
  new: sideSchema,
  crosswalk: z.optional(source),
  onProgress: z.optional(z.custom((value) => typeof value === 'function')),
};
const optionsSchema = z.strictObject({ ...shared, ...perApp });
const applicationSideSchema = z.optional(
  z.extend(z.pick(sideSchema, { scope: true }), {
    map: z.optional(z.partialRecord(z.enum(APPLICATION_MAP_KEYS), z.string())),
  }),
);
const applicationsSchema = z.strictObject({
  ...shared,
  applications: z
    .array(
      z.strictObject({
        ...perApp,
        name: z.string().check(z.regex(/\S/)),
        old: applicationSideSchema,
        new: applicationSideSchema,
      }),
    )
    .check(z.minLength(1)),
});

/**
 * Callers without types make mistakes that a default would hide, such as a misspelt key of a map.
 *
 * @throws PreflightError ERR_USAGE
 */
export function requireOptions(options: unknown): void {
  requireShape(optionsSchema, options, 'check()');
}

/**
 * The same of several apps, each of which needs a name of its own.
 *
 * @throws PreflightError ERR_USAGE
 */
export function requireApplications(options: { readonly applications: readonly { readonly name: string }[] }): void {
  requireShape(applicationsSchema, options, 'checkApplications()');
  options.applications.forEach(({ name }, index) => {
    const earlier = sameNamed(options.applications, index)?.name;
    if (earlier === undefined) return;
    const message =
      earlier === name ? `Two applications are named "${name}"` : `"${earlier}" and "${name}" look the same`;
    throw new PreflightError('ERR_USAGE', `${message}. Give each application a name of its own.`);
  });
}

/**
 * The options of one function, as documented.
 *
 * @throws PreflightError ERR_USAGE
 */
export function requireShape(schema: z.ZodMiniType, options: unknown, of: string): void {
  const checked = schema.safeParse(options);
  if (checked.success) return;
  const [issue] = checked.error.issues;
  const where = issue === undefined || issue.path.length === 0 ? 'The options' : `Option ${issue.path.join('.')}`;
  throw new PreflightError('ERR_USAGE', `${where} of ${of} cannot be used: ${issue?.message ?? 'not as documented'}.`);
}
