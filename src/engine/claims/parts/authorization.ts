/** What may be done: details of RFC 9396, roles and organizations of providers. */
import { isJsonObject, ownMember } from '../../token/json-kind.ts';
import type { Json } from '../../types.ts';
import { type ClaimPart, eachObject, type Meanings, members, membersAt, strings, stringsAt } from './part.ts';

/** RFC 9396 section 2.2. */
const DETAILS: Meanings = new Map([
  ['type', 'What kind of permission it is; it says what else stands here.'],
  ['locations', 'The services that it is for.'],
  ['actions', 'What may be done.'],
  ['datatypes', 'The kinds of data that it is about.'],
  ['identifier', 'The one thing that it is about.'],
  ['privileges', 'The level of access.'],
]);

export function explainAuthorizationDetails(value: Json): readonly ClaimPart[] {
  return eachObject(value, (pointer, item) =>
    membersAt(pointer, item, (name) => DETAILS.get(name) ?? 'A detail that the type defines.'),
  );
}

/** Keycloak: roles of the realm. */
export function explainRealmAccess(value: Json): readonly ClaimPart[] {
  if (!isJsonObject(value)) return [];
  return stringsAt('/roles', ownMember(value, 'roles'), realmRole);
}

const REALM_ROLES: Meanings = new Map([
  ['offline_access', 'May have tokens that go on while the user is away.'],
  ['uma_authorization', 'May ask for access to protected resources.'],
]);

function realmRole(role: string): string {
  if (role.startsWith('default-roles-')) return 'Stands for the roles that every user of the realm has.';
  return REALM_ROLES.get(role) ?? 'A role in the realm.';
}

/** Keycloak: roles of each client. */
export function explainResourceAccess(value: Json): readonly ClaimPart[] {
  return membersAt('', value, (client) => {
    const access = isJsonObject(value) ? ownMember(value, client) : undefined;
    const roles = isJsonObject(access) ? stringsAt('', ownMember(access, 'roles'), () => '') : [];
    const names = roles.map(({ label }) => label).join(', ');
    return names === '' ? 'A client, without roles.' : `Roles in this client: ${names}.`;
  });
}

export const explainRoles = strings(() => 'A role that the subject has.');
export const explainGroups = strings(() => 'A group that the subject belongs to.');
export const explainEntitlements = strings(() => 'Something that the subject is entitled to.');
export const explainPermissions = strings(() => 'A permission that the subject has.');

/** Microsoft Entra ID: ids of the templates that administrator roles are made from. */
const ADMINISTRATORS: Meanings = new Map([
  ['62e90394-69f5-4237-9190-012177145e10', 'Global Administrator: may do everything in the tenant.'],
  ['f2ef992c-3afb-46b9-b7cf-a126ee74c451', 'Global Reader: may read everything in the tenant.'],
  ['e8611ab8-c189-46e8-94e1-60213ab1f814', 'Privileged Role Administrator: may give roles to others.'],
  ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', 'Application Administrator: may manage all applications.'],
  ['158c047a-c907-4556-b7ef-446551a6b5f7', 'Cloud Application Administrator: may manage applications in the cloud.'],
  ['fe930be7-5e62-47db-91af-98c3a49a38b1', 'User Administrator: may manage users and groups.'],
  ['729827e3-9c14-49f7-bb1b-9608f156bbb8', 'Helpdesk Administrator: may reset passwords.'],
  ['194ae4cb-b126-40b2-bd5b-6091b380977d', 'Security Administrator: may manage security.'],
  ['88d8e3e3-8f55-4a1e-953a-9b9898b8876b', 'Directory Readers: may read the directory.'],
  ['b79fbf4d-3ef9-4689-8143-76b194e85509', 'An ordinary member: what every user of the tenant is.'],
]);

export const explainAdministratorRoles = strings((id) => ADMINISTRATORS.get(id) ?? 'A role in the directory.');

/** Clerk: the organization that the user works in. */
export const explainClerkOrganization = members(
  new Map([
    ['id', 'The organization.'],
    ['slg', 'The short name of the organization.'],
    ['rol', 'The user’s role there.'],
    ['per', 'The permissions there, without the features that they belong to.'],
    ['fpm', 'Which permission belongs to which feature, as bits.'],
  ]),
);

export const explainHasura = members(
  new Map([
    ['x-hasura-default-role', 'The role, where the request names none.'],
    ['x-hasura-allowed-roles', 'The roles that the request may choose from.'],
    ['x-hasura-user-id', 'The user, for the rules of access.'],
    ['x-hasura-org-id', 'The organization, for the rules of access.'],
  ]),
);
