import { join } from 'node:path';
import { expect, it } from 'vitest';
import { NOT_GUESSED, SERVICE_PROVIDER_FACTS } from '../../src/matcher/service-providers/facts.ts';
import { SERVICE_PROVIDERS } from '../../src/matcher/service-providers/index.ts';
import type { ServiceProvider } from '../../src/matcher/service-providers/service-provider.ts';
import { ROOT } from '../architecture/sources.ts';

const INTRODUCTION = `# Service providers

By what each app finds an account when somebody arrives from another identity provider, and what a link that is missed does. \`--service-provider ID\` predicts
by it; the report names what has to be so for that (*assumes*). Where an app does other than predicted, the line that shows it stands under *deviates*. Polis and better-auth are held
to this by \`npm run e2e\`. This page is made from the code (\`npm run docs\`); \`idp-preflight providers\` prints the same.
`;

function section(provider: ServiceProvider & { readonly id: keyof typeof SERVICE_PROVIDER_FACTS }): string {
  const { signIn, scim, missed, unpushed, deviations, sources } = SERVICE_PROVIDER_FACTS[provider.id];
  const items = (name: string, texts: readonly string[]) => texts.map((text) => `- ${name}: ${text}\n`).join('');
  return (
    `\n## ${provider.title}\n\n- id: \`${provider.id}\`, compares \`${provider.compare}\`\n- sign-in: ${signIn}\n` +
    `- SCIM create: ${scim ?? 'there is no SCIM'}\n` +
    `- missed link: ${missed.scim === null ? '' : `SCIM create: ${missed.scim}; `}sign-in in jit mode: ${missed.jit}; otherwise: ${missed.manual}\n` +
    `- not pushed: ${unpushed}\n` +
    items('assumes', provider.assumes ?? []) +
    items('deviates', deviations) +
    items('source', sources)
  );
}

it('docs/service-providers.md tells of every service provider', async () => {
  const notGuessed = NOT_GUESSED.map(({ title, why, source }) => `- ${title}: ${why}. <${source}>\n`).join('');
  const page = `${INTRODUCTION}${SERVICE_PROVIDERS.map(section).join('')}\n## Not guessed\n\nTheir rule is not documented well enough to predict anything by.\n\n${notGuessed}`;
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/service-providers.md'));
});
