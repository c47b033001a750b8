import { assertApart } from '../golden/organisation/apart.ts';
import { asTheyAre } from './as-they-are.ts';
import { exportText } from './export-text.ts';
import { outOfScope } from './out-of-scope.ts';
import { laterJoiners, plain } from './plain.ts';
import { problems } from './problems.ts';
import { takeovers } from './takeovers.ts';
import { EXPORTS, type ExportName, type Planted, type Somebody, Tenant } from './tenant.ts';
import { toDecide } from './to-decide.ts';

const PEOPLE = 3000;
const JOINED_LATER = 6;

/** An export as it is written, and whose record starts at a line. */
export interface Written {
  readonly text: string;
  readonly lines: ReadonlyMap<number, Somebody>;
}

/** The tenant as the exports know it. */
export interface Made {
  /** The 3,000. */
  readonly everybody: readonly Somebody[];
  readonly files: ReadonlyMap<ExportName, Written>;
}

/** Plants a tenant of 3,000, and writes its exports; no chance is involved. */
export function makeTenant(): Made {
  const tenant = new Tenant();
  problems(tenant);
  toDecide(tenant);
  takeovers(tenant);
  asTheyAre(tenant);
  outOfScope(tenant);
  plain(tenant, PEOPLE);
  const everybody = [...tenant.everybody];
  laterJoiners(tenant, JOINED_LATER);
  assertApart(tenant.records);
  return { everybody, files: new Map(EXPORTS.map((name) => [name, written(name, tenant.records)])) };
}

function written(name: ExportName, records: readonly Planted[]): Written {
  return exportText(
    name,
    records.filter(({ files }) => files.includes(name)),
  );
}
