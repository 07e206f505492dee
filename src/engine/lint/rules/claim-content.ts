/** What claims give away, and what their values do to who shows or fetches them (RFC 7519 section 12, RFC 8725). */
import { describeClaim } from '../../claims/dictionary/describe.ts';
import { shortened } from '../../token/header-rules.ts';
import { type Leaf, NameTest, pathOf, pointerOf } from '../leaves.ts';
import { wordsOf } from '../name-words.ts';
import { type Hit, hitIf, NOTHING, type Rule } from '../rule.ts';
import type { Subject } from '../subject.ts';
import { holdsUnseen } from '../unseen.ts';
import { addressOf, isLocalHost } from '../web-address.ts';

export const CLAIM_CONTENT_RULES: readonly Rule[] = [
  {
    id: 'claim-sensitive-name',
    severity: 'error',
    confidence: 'hint',
    refs: ['RFC 7519 section 12', 'OWASP JSON Web Token Cheat Sheet'],
    needs: 'claims',
    find: sensitiveNames,
  },
  {
    id: 'claim-secret-value',
    severity: 'error',
    confidence: 'likely',
    refs: ['RFC 7519 section 12', 'OWASP JSON Web Token Cheat Sheet'],
    needs: 'claims',
    find: (subject) =>
      onTexts(subject, (text) => {
        if (!MAY_BE_SECRET.test(text)) return NOTHING;
        const shape = SECRET_SHAPES.find(([pattern]) => pattern.test(text))?.[1];
        return shape === undefined ? NOTHING : [{ values: { shape } }];
      }),
  },
  {
    id: 'claim-nested-jwt',
    severity: 'info',
    confidence: 'certain',
    refs: ['RFC 7519 section 2'],
    needs: 'claims',
    find: (subject) => onTexts(subject, (text, { claim }) => hitIf(isToken(text) && !HOLDS_TOKENS.has(claim))),
  },
  {
    id: 'claim-pii',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 12', 'RFC 9068 section 6'],
    needs: 'claims',
    find: personal,
  },
  {
    id: 'claim-privilege',
    severity: 'info',
    confidence: 'hint',
    refs: ['OWASP JSON Web Token Cheat Sheet'],
    needs: 'claims',
    find: privileges,
  },
  {
    id: 'claim-url-ssrf',
    severity: 'warning',
    confidence: 'likely',
    refs: ['RFC 8725 section 2.9', 'RFC 8725 section 3.10'],
    needs: 'claims',
    find: (subject) =>
      onTexts(subject, (text, { claim }) => {
        if (!/^https?:\/\//i.test(text) || text.length > 2000 || NAMES_A_PARTY.has(claim)) return NOTHING;
        return hitIf(isLocalHost(addressOf(text)?.hostname ?? ''));
      }),
  },
  {
    id: 'claim-html',
    severity: 'warning',
    confidence: 'likely',
    refs: ['OWASP Cross Site Scripting Prevention Cheat Sheet'],
    needs: 'claims',
    find: (subject) => onTexts(subject, (text) => hitIf(/[<:]/.test(text) && /<script|<img|javascript:/i.test(text))),
  },
  {
    id: 'claim-control-or-bidi',
    severity: 'warning',
    confidence: 'likely',
    refs: ['CVE-2021-42574'],
    needs: 'claims',
    find: (subject) =>
      onLeaves(subject, ({ place, value }) =>
        hitIf((typeof value === 'string' && holdsUnseen(value)) || holdsUnseen(place.name)),
      ),
  },
  {
    id: 'b64-claim-blob',
    severity: 'info',
    confidence: 'hint',
    refs: ['RFC 7519 section 1'],
    needs: 'claims',
    find: (subject) =>
      onTexts(subject, (text) => hitIf(text.length > 512 && !isToken(text), { values: { length: text.length } })),
  },
];

const MOST = 20;

function onLeaves(subject: Subject, find: (leaf: Leaf) => readonly Hit[]): readonly Hit[] {
  const hits: Hit[] = [];
  for (const leaf of subject.leaves()) {
    for (const hit of find(leaf)) hits.push({ ...placed(leaf), ...hit, values: { name: nameOf(leaf), ...hit.values } });
    if (hits.length >= MOST) break;
  }
  return hits;
}

function onTexts(subject: Subject, find: (text: string, leaf: Leaf) => readonly Hit[]): readonly Hit[] {
  return onLeaves(subject, (leaf) => (typeof leaf.value === 'string' ? find(leaf.value, leaf) : NOTHING));
}

function placed({ place }: Leaf): Hit {
  return { part: 'payload', pointer: pointerOf(place) };
}

function nameOf({ place }: Leaf): string {
  return shortened(pathOf(place).join(' › '));
}

/** Most names are none of these, and are not split into words to find that out. */
const MAY_BE_SENSITIVE = /pass|secret|key|credit|card|cvv|iban|ssn|pin|otp|mfa|seed|mnemonic/i;
const SENSITIVE =
  /\b(?:password|passwd|passphrase|secret|api ?key|private ?key|credit ?card|card ?(?:no|number)|cvv|iban|ssn|pin|otp|mfa|seed|mnemonic)\b/;
/** What is said about a secret is none. */
const ABOUT_A_SECRET =
  /\b(?:at|exp|expires?|expiry|expiration|changed|updated|reset|age|days|url|uri|policy|method|methods|type|enabled|required|verified|version|status|time|level|hint|id)\b/;

function sensitiveNames(subject: Subject): readonly Hit[] {
  const sensitive = new NameTest((name) => {
    if (!MAY_BE_SENSITIVE.test(name)) return false;
    const words = wordsOf(name);
    return SENSITIVE.test(words) && !ABOUT_A_SECRET.test(words);
  });
  return onLeaves(subject, ({ place, claim, value }) => {
    if (typeof value === 'boolean' || value === null || value === '' || !sensitive.holdsFor(place)) return NOTHING;
    // names of objects elsewhere, whose content is not in the token
    const isReference = claim.startsWith('kubernetes.io');
    return hitIf(!isReference && claim !== 'hash_password' && describeClaim(claim) === undefined);
  });
}

const MAY_BE_SECRET = /-----B|AKIA|gh[pousr]_|github_|k_live_|xox[bap]-|AIza|^\$[2a]|^pbkdf2_/;
/** What a value holds, and what such values are. */
const SECRET_SHAPES: readonly (readonly [RegExp, string])[] = [
  [/-----BEGIN (?!CERTIFICATE|PUBLIC KEY|RSA PUBLIC KEY)/, 'a private key in PEM'],
  [/\bAKIA[0-9A-Z]{16}\b/, 'an access key of AWS'],
  [/\bgh[pousr]_[A-Za-z0-9]{20}|\bgithub_pat_/, 'a token of GitHub'],
  [/\b[sr]k_live_[A-Za-z0-9]/, 'a key of Stripe'],
  [/\bxox[bap]-[A-Za-z0-9]/, 'a token of Slack'],
  [/\bAIza[0-9A-Za-z_-]{30}/, 'an API key of Google'],
  [/^\$2[aby]\$\d\d\$/, 'a password hash (bcrypt)'],
  [/^\$argon2(?:id|i|d)\$/, 'a password hash (Argon2)'],
  [/^pbkdf2_sha256\$\d/, 'a password hash of Django'],
];

const HOLDS_TOKENS: ReadonlySet<string> = new Set([
  ...[
    '_claim_sources',
    'vp',
    'vc',
    'trust_chain',
    'trust_marks',
    'request',
    'jwt',
    'verifiableCredential',
    'id_token_hint',
  ],
  ...['software_statement', 'verified_claims', 'keys_attestation', 'key_attestation'],
]);

function isToken(text: string): boolean {
  return text.startsWith('eyJ') && /^eyJ[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*\.[A-Za-z0-9_~.-]*$/.test(text);
}

const MAY_BE_PERSONAL = /mail|phone|birth|addr|gender|national|family|given|^ip/i;
const PERSONAL_NAMES =
  /^(?:e ?mails?|phone ?numbers?|birth ?dates?|address|gender|national ?id|ip|ip ?addr(?:ess)?|family name|given name|street address)$/;

function personal(subject: Subject): readonly Hit[] {
  const severity = subject.kind === 'access token (RFC 9068)' ? 'warning' : 'info';
  const personalName = new NameTest((name) => MAY_BE_PERSONAL.test(name) && PERSONAL_NAMES.test(wordsOf(name)));
  return onLeaves(subject, ({ place, claim, value }) => {
    if (typeof value !== 'string' || value === '' || NAMES_A_PARTY.has(claim) || claim === 'sub') return NOTHING;
    return hitIf(isPersonalValue(value) || personalName.holdsFor(place), { severity });
  });
}

function isPersonalValue(text: string): boolean {
  if (text.length > 254) return false;
  if (/^[^\s@:/]+@[^\s@/]+\.[a-z]{2,}$/i.test(text)) return !text.endsWith('.gserviceaccount.com');
  if (/^\+[1-9]\d{7,14}$/.test(text)) return true;
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(text)) return text.split('.').every((part) => Number(part) < 256);
  return /^\d{4}(?:[ -]?\d{4}){3}$/.test(text) && passesLuhn(text.replace(/\D/g, ''));
}

/** The check digit of payment cards (ISO/IEC 7812-1). */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const PRIVILEGED = /^(?:root|admin|administrator|superuser|super ?admin|service ?role)$/;

function privileges(subject: Subject): readonly Hit[] {
  const role = new NameTest((name) => /^roles?$/.test(wordsOf(name)));
  return onLeaves(subject, ({ place, value }) => {
    if (value === true)
      return hitIf(/^(?:is )?(?:admin|administrator|superuser|super ?admin|root)$/.test(wordsOf(place.name)));
    if (typeof value !== 'string' || value.length > 30 || !/admin|root|super|service/i.test(value)) return NOTHING;
    if (!PRIVILEGED.test(wordsOf(value)) || !role.holdsFor(place)) return NOTHING;
    // passes over every rule of the database that belongs to it
    const isServiceKey = value === 'service_role' && subject.issuer === 'Supabase';
    return [{ values: { role: value }, ...(isServiceKey ? { severity: 'error', confidence: 'certain' } : {}) }];
  });
}

/** Claims that say who or where somebody is; a machine of one's own is named so while programs are written. */
const NAMES_A_PARTY: ReadonlySet<string> = new Set([
  ...['iss', 'aud', 'azp', 'htu', 'client_id', 'cid', 'allowed-origins', 'origin', 'redirect_uri', 'redirect_uris'],
]);
