// Writes an Okta and an Entra export of any size, of invented people, with one failure in every hundred of each kind.
import { createWriteStream } from 'node:fs';
import { once } from 'node:events';

const OKTA =
  'login,firstName,lastName,middleName,honorificPrefix,honorificSuffix,email,title,displayName,nickName,profileUrl,' +
  'secondEmail,mobilePhone,primaryPhone,streetAddress,city,state,zipCode,countryCode,postalAddress,preferredLanguage,' +
  'locale,timezone,userType,employeeNumber,costCenter,organization,division,department,managerId,manager';
const ENTRA =
  'userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled,usageLocation,' +
  'streetAddress,state,country,officeLocation,city,postalCode,telephoneNumber,mobilePhone,alternateEmailAddress,' +
  'ageGroup,consentProvidedForMinor,legalAgeGroupClassification,companyName,creationType,directorySynced,' +
  'invitationState,identityIssuer,createdDateTime,employeeId';

/** The mail of a person in the new directory: one in a hundred each has another case, a space, or none. */
function drift(email, person) {
  if (person % 100 === 1) return email.toUpperCase();
  if (person % 100 === 2) return `${email} `;
  return person % 100 === 3 ? '' : email;
}

function oktaRow(person) {
  const [first, last] = [`First${person % 977}`, `Last${person}`];
  const email = `${first}.${last}@example.com`.toLowerCase();
  return `${email},${first},${last},,,,${email},Engineer,${first} ${last},,,,,,"Street ${person}, 3",Berlin,,10115,DE,,en,en_US,Europe/Berlin,,${person + 1},,,,R&D,,`;
}

function entraRow(person) {
  const [first, last] = [`First${person % 977}`, `Last${person}`];
  const email = `${first}.${last}@example.com`.toLowerCase();
  const id = String(person + 1).padStart(8, '0');
  return `${email},${first} ${last},${last},${drift(email, person)},${first},${id.padStart(32, '0')},Member,Engineer,R&D,True,DE,"Street ${person}, 3",,Germany,,Berlin,10115,,,,,,,Example GmbH,,True,,example.com,8/19/2021 1:25:31 PM,${id}`;
}

async function write(file, header, row, people) {
  const out = createWriteStream(file);
  out.write(`${header}\n`);
  for (let person = 0; person < people; person += 1) {
    if (!out.write(`${row(person)}\n`)) await once(out, 'drain');
  }
  out.end();
  await once(out, 'finish');
}

export async function writeExports(oldFile, newFile, people) {
  await write(oldFile, OKTA, oktaRow, people);
  await write(newFile, ENTRA, entraRow, people);
}
