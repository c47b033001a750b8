import { describe, expect, it } from 'vitest';
import { applyPolicy, evaluateGate, type GatePolicy, reconcile } from '../../src/index.ts';

const ANN = { sso: 'ann@example.com', scim: 'ann@example.com' };

/** Ann stays; somebody new comes with two addresses. */
function found(sso: string, scim: string, policy: GatePolicy) {
  const applied = applyPolicy(reconcile({ old: [ANN], new: [ANN, { sso, scim }] }), policy);
  const findings = applied.people
    .flatMap((person) => person.findings)
    .filter(({ kind }) => kind === 'domain-not-in-baseline');
  return {
    findings,
    told: findings.map(({ severity, attribute }) => `${severity} ${attribute}`),
    verdict: evaluateGate(applied),
  };
}

describe('verified domains', () => {
  it('make an error of another one that is new, and leave those that are verified warnings', () => {
    const both = (...verifiedDomains: string[]) => found('bob@example.org', 'bob@example.net', { verifiedDomains });
    expect(found('bob@example.org', 'bob@example.net', {}).told).toEqual(['warning sso', 'warning scim']);
    expect(both('example.org', 'example.net').told).toEqual(['warning sso', 'warning scim']);
    expect(both('example.org').told).toEqual(['error scim', 'warning sso']);
    expect(both('example.edu').told).toEqual(['error sso', 'error scim']);
    expect(both('example.edu').verdict.status).toBe('closed');
    expect(both('example.edu').findings[0]?.message).toContain('none of the verified domains of the policy');
  });

  it('tell a domain that is sent twice once', () => {
    expect(found('bob@example.org', 'bob@EXAMPLE.org', { verifiedDomains: ['example.edu'] }).told).toEqual([
      'error sso',
    ]);
  });

  it('have nothing against a domain that is in use today', () => {
    expect(found('bob@example.com', 'bob@example.com', { verifiedDomains: ['example.edu'] }).told).toEqual([]);
  });

  it.each([
    ['bob@EXAMPLE.ORG', 'example.org'],
    ['bob@example.org', 'Example.ORG'],
    ['bob@bücher.example.org', 'xn--bcher-kva.example.org'],
    ['bob@xn--bcher-kva.example.org', 'BÜCHER.example.org'],
  ])('compare %s and %s as A-labels in lower case', (address, domain) => {
    expect(found(address, address, { verifiedDomains: [domain] }).told).toEqual(['warning sso']);
  });

  it.each([
    ['bob@sub.example.org', 'example.org'],
    ['bob@example.org', 'sub.example.org'],
    ['bob@notexample.org', 'example.org'],
    ['bob@example.org.example.net', 'example.org'],
  ])('are no suffixes: %s is not at %s', (address, domain) => {
    expect(found(address, address, { verifiedDomains: [domain] }).told).toEqual(['error sso']);
  });

  it('give way to a severity that the policy names, and the open gate says so', () => {
    const policy: GatePolicy = {
      verifiedDomains: ['example.edu'],
      severities: { 'domain-not-in-baseline': 'warning' },
    };
    const { told, verdict } = found('bob@example.org', 'bob@example.org', policy);
    expect(told).toEqual(['warning sso']);
    expect(verdict).toMatchObject({ status: 'open', reasons: [{ code: 'severity', count: 1 }] });
  });

  it.each([
    'example',
    '@example.org',
    'bob@example.org',
    '*.example.org',
    'example.org.',
    'https://example.org',
    'example.org ',
    'exa mple.org',
    '-a.example.org',
    'a..example.org',
    '192.0.2.1',
    `${'a'.repeat(64)}.example.org`,
    'example.org\u200B',
    'example.org/x',
  ])('are domains: “%s” is refused', (domain) => {
    const attempt = () => found('bob@example.org', 'bob@example.org', { verifiedDomains: ['example.com', domain] });
    expect(attempt).toThrow(
      expect.objectContaining({ code: 'ERR_POLICY', message: expect.stringContaining('Verified domain 2: ') }),
    );
  });

  it('are some, where they are given', () => {
    expect(() => found('bob@example.org', 'b@example.org', { verifiedDomains: [] })).toThrow('verifiedDomains');
  });
});
