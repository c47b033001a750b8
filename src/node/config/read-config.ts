import { PreflightError } from '../../errors.ts';
import { policyFaults } from '../../gate/check-policy.ts';
import type { Config } from '../../model/config.ts';
import { nameOf, readBytes, type Source } from '../readers/bytes.ts';
import { decode } from '../readers/decode.ts';
import { inMemory } from '../readers/stored-bytes.ts';
import { sameNamed } from '../same-named.ts';
import { type ConfigPolicy, configPolicy } from './config-policy.ts';
import { issueFault } from './issue-fault.ts';
import { type ParsedYaml, parseYaml, type Step } from './parse-yaml.ts';
import { withPaths } from './paths.ts';
import { CONFIG_SCHEMA } from './schema.ts';

/** Thousands of waivers fit into less. */
const MOST_BYTES = 4_000_000;

/**
 * Reads a config, YAML or JSON.
 *
 * @param source - its path, or `-` for standard input
 * @param seen - is told the bytes that were read
 * @returns what it says, with its paths as they are named from the current directory
 * @throws PreflightError ERR_CONFIG where it is not as documented: with its line, and the column in the message
 * @throws PreflightError ERR_INPUT_UNREADABLE
 */
export async function readConfig(source: Source, seen: (bytes: Uint8Array) => void = () => {}): Promise<Config> {
  const file = nameOf(source);
  const bytes = await readBytes(source);
  if (bytes.length > MOST_BYTES) {
    throw new PreflightError('ERR_CONFIG', `This is no config: it has more than ${MOST_BYTES / 1e6} MB.`, { file });
  }
  seen(bytes);
  const { utf8, hasReplacement } = await decode(inMemory(bytes), file);
  if (hasReplacement)
    throw new PreflightError('ERR_CONFIG', 'Characters of this config were lost. Save it as UTF-8.', { file });
  const parsed = await parseYaml(utf8.read(0, utf8.length).toString('utf8'), file);
  const checked = CONFIG_SCHEMA.safeParse(parsed.value);
  if (!checked.success) throw issueFault(checked.error.issues, CONFIG_SCHEMA, parsed);
  const config: Config = checked.data;
  refuseFaults(config, parsed, []);
  config.applications?.forEach((application, index) => {
    refuseFaults(application, parsed, ['applications', index]);
  });
  refuseUnclear(config, parsed);
  return withPaths(config, file);
}

function refuseFaults(said: ConfigPolicy, parsed: ParsedYaml, path: readonly Step[]): void {
  const [fault] = policyFaults(configPolicy(said) ?? {});
  if (fault === undefined) return;
  const key = fault.part === 'verifiedDomains' ? 'verified-domains' : fault.part;
  throw parsed.fault([...path, key, fault.index], fault.why);
}

/** With several apps, what is said once would be of one of them, or would waive at all of them what was seen at one. */
function refuseUnclear({ applications, app, waivers, budgets }: Config, parsed: ParsedYaml): void {
  if (applications === undefined) return;
  if (app !== undefined) {
    throw parsed.fault(['app'], 'With "applications", say of each which list is its own: write "app" under it.', 'key');
  }
  if (budgets !== undefined) {
    throw parsed.fault(['budgets'], 'With "applications", each has its own "budgets": write them under it.', 'key');
  }
  if (waivers !== undefined) {
    throw parsed.fault(['waivers'], 'With "applications", each has its own "waivers": write them under it.', 'key');
  }
  const second = applications.findIndex((_, index) => sameNamed(applications, index) !== undefined);
  const earlier = sameNamed(applications, second)?.name;
  if (earlier === undefined) return;
  const isSame = earlier === applications[second]?.name;
  throw parsed.fault(
    ['applications', second, 'name'],
    isSame
      ? `An earlier application is named “${earlier}” too.`
      : `This name looks like that of an earlier application, “${earlier}”. Give it another one.`,
  );
}
