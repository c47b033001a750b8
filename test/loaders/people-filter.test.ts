import { expect, test } from 'vitest';
import { joinList } from '../../src/loaders/list-cell.ts';
import { PeopleFilter } from '../../src/loaders/people-filter.ts';
import { profileById } from '../../src/loaders/profiles/index.ts';
import { rawTable } from './tables.ts';

test.each<[string[], boolean]>([
  [['top', 'person', 'organizationalPerson', 'user'], true],
  [['user'], true],
  [['inetOrgPerson'], true],
  [['account', 'posixAccount'], true],
  [['TOP', 'INETORGPERSON'], true],
  [['top', 'person', 'organizationalPerson', 'user', 'computer'], false],
  [['top', 'person', 'organizationalPerson', 'contact'], false],
  [['top', 'group'], false],
  [['organizationalUnit'], false],
  [['groupOfNames'], false],
  [['dcObject', 'organization'], false],
  // Of no class that is known to be somebody, and of none at all: it may be anybody.
  [[''], true],
])('%j is a person: %s', (classes, isPerson) => {
  const inLists = new PeopleFilter(profileById('ldif'), rawTable(['dn', 'objectClass'], [], { hasLists: true }));
  expect(inLists.includes(['', joinList(classes)])).toBe(isPerson);
  const inCells = new PeopleFilter(profileById('ad-csvde'), rawTable(['DN', 'OBJECTCLASS'], []));
  expect(inCells.includes(['', classes.join(';')])).toBe(isPerson);
});

test('without a column of classes, and in other formats, everybody is a person', () => {
  expect(new PeopleFilter(profileById('ldif'), rawTable(['dn'], [])).includes(['x'])).toBe(true);
  expect(new PeopleFilter(profileById('generic'), rawTable(['objectClass'], [])).includes(['group'])).toBe(true);
});
