import { defineConfig } from 'vitest/config';

/** Reads exports of a real OpenLDAP, which is started for it on loopback; Debian's slapd and ldap-utils have to be installed. */
export default defineConfig({
  test: { include: ['test/ldap/**/*.slow.ts'], testTimeout: 60_000, hookTimeout: 120_000 },
});
