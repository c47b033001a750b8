import { describe, expect, it } from 'vitest';
import { COMPARE_POLICIES } from '../../src/index.ts';
import { NOT_GUESSED, SERVICE_PROVIDER_FACTS } from '../../src/matcher/service-providers/facts.ts';
import { SERVICE_PROVIDERS } from '../../src/matcher/service-providers/index.ts';
import { runCommand } from '../support/command.ts';
import { tempFiles } from '../support/temp.ts';

const about = (id: string) => SERVICE_PROVIDER_FACTS[id as keyof typeof SERVICE_PROVIDER_FACTS];

describe('providers', () => {
  it('tells of every app by what it finds an account, and where that is documented', async () => {
    const { status, stdout } = await runCommand(['providers']);
    expect(status).toBe(0);
    for (const { id, title } of SERVICE_PROVIDERS) {
      expect(stdout).toContain(`${id}: ${title}\n`);
      for (const source of about(id).sources) expect(stdout).toContain(source);
    }
    for (const { title, why, source } of NOT_GUESSED) expect(stdout).toContain(`  ${title}: ${why}.\n    ${source}\n`);
  });

  it('tells of one', async () => {
    const { stdout } = await runCommand(['providers', 'polis']);
    expect(stdout).toContain('compares      exact');
    expect(stdout).not.toContain('Claude');
  });

  it('asks whoever misspells one what they meant', async () => {
    const { status, stderr } = await runCommand(['providers', 'gitlab-con']);
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean gitlab-com?');
  });
});

describe.each(SERVICE_PROVIDERS.map((provider) => ({ ...provider })))('$id', ({ id, compare }) => {
  it('compares by a policy, and has a source', () => {
    expect(COMPARE_POLICIES).toContain(compare);
    const { sources } = about(id);
    if (!id.startsWith('generic-')) {
      expect(sources.some((source) => /^https:\/\/|^measured: |\/[a-z].*\.(?:ts|py|rb|go|java)/.test(source))).toBe(
        true,
      );
    }
  });

  it('is predicted by its own policy, and the report names what has to be so', async () => {
    const files = tempFiles({
      'old.csv': 'email,name\nAnn@example.com,Ann Lee\n',
      'new.csv': 'email,name\nann@example.com,Ann Lee\n',
    });
    const args = ['--old', files['old.csv'], '--new', files['new.csv'], '--service-provider', id, '--mode', 'jit'];
    const maps = ['--old-map', 'sso=email', '--new-map', 'sso=email'];
    const { stdout, status } = await runCommand(['check', ...args, ...maps]);
    expect(stdout).toContain(`service provider ${id}, policy ${compare}`);
    expect(status).toBe(compare === 'exact' ? 1 : 0);
    for (const text of SERVICE_PROVIDERS.flatMap((one) =>
      one.id === id && 'assumes' in one ? [...one.assumes] : [],
    )) {
      expect(stdout).toContain(`  - ${text}\n`);
    }
  });
});
