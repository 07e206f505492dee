#!/usr/bin/env python3
"""Makes src/engine/vectors/jwe.json with jwcrypto, an implementation that shares nothing with the engine.

Run by hand with `/usr/bin/python3 scripts/vectors/make-jwe.py` where Debian's python3-jwcrypto (1.1) is installed;
every run makes new throw-away keys. What jwcrypto does not do is made by hand, see encrypted-cases.mjs.
"""

import json
import subprocess
from pathlib import Path

from jwcrypto.common import base64url_decode, base64url_encode
from jwcrypto.jwe import JWE, default_allowed_algs
from jwcrypto.jwk import JWK

ROOT = Path(__file__).resolve().parents[2]
FILE = ROOT / 'src/engine/vectors/jwe.json'
ALLOWED = default_allowed_algs + ['RSA1_5']
CLAIMS = '{"iss":"https://issuer.example","sub":"rider-48213"}'
PASSWORD = 'a passphrase of several words'
ENCS = ['A128GCM', 'A192GCM', 'A256GCM', 'A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512']
CEK_BITS = {
    'A128GCM': 128,
    'A192GCM': 192,
    'A256GCM': 256,
    'A128CBC-HS256': 256,
    'A192CBC-HS384': 384,
    'A256CBC-HS512': 512,
}
CURVES = {'P-256': 'EC', 'P-384': 'EC', 'P-521': 'EC', 'X25519': 'OKP', 'X448': 'OKP'}
ECDH_ALGS = ['ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A192KW', 'ECDH-ES+A256KW']
RSA_ALGS = ['RSA1_5', 'RSA-OAEP', 'RSA-OAEP-256']
WRAP_BITS = {f'A{bits}{mode}': bits for mode in ('KW', 'GCMKW') for bits in (128, 192, 256)}
PBES2_ALGS = ['PBES2-HS256+A128KW', 'PBES2-HS384+A192KW', 'PBES2-HS512+A256KW']

DECRYPTED = {'state': 'decrypted', 'code': 'decrypted', 'trust': 'your-key'}
FAILED = {'state': 'failed', 'code': 'decryption-failed'}


def make_keys():
    keys = {}
    for name in ('rsa', 'rsa-other'):
        keys[name] = JWK.generate(kty='RSA', size=2048)
    for curve, kty in CURVES.items():
        for name in (curve.lower(), f'{curve.lower()}-other'):
            keys[name] = JWK.generate(kty=kty, crv=curve)
    for bits in (128, 192, 256, 384, 512):
        for name in (f'oct-{bits}', f'oct-{bits}-other'):
            keys[name] = JWK.generate(kty='oct', size=bits)
    return keys


KEYS = make_keys()
TEXTS = {name: {'text': key.export()} for name, key in KEYS.items()}
TEXTS['rsa-public'] = {'text': KEYS['rsa'].export_public()}
TEXTS['rsa-pem'] = {'text': KEYS['rsa'].export_to_pem(private_key=True, password=None).decode()}
TEXTS['p-256-pem'] = {'text': KEYS['p-256'].export_to_pem(private_key=True, password=None).decode()}
TEXTS['oct-256-base64url'] = {'text': KEYS['oct-256'].get_op_key('encrypt'), 'encoding': 'base64url'}
TEXTS['oct-256-hex'] = {'text': base64url_decode(KEYS['oct-256'].get_op_key('encrypt')).hex()}
TEXTS['password'] = {'text': PASSWORD}
TEXTS['password-other'] = {'text': 'a passphrase of other words'}


def encrypted(protected, recipients, unprotected=None, aad=None, plaintext=CLAIMS):
    """The JWE object; `recipients` are pairs of a key and its own header."""
    jwe = JWE(plaintext.encode(), json.dumps(protected), unprotected=unprotected, aad=aad, algs=ALLOWED)
    for key, header in recipients:
        jwe.add_recipient(key, header and json.dumps(header))
    return jwe


def compact(alg, enc, key, plaintext=CLAIMS, **more):
    return encrypted({'alg': alg, 'enc': enc, **more}, [(key, None)], plaintext=plaintext).serialize(compact=True)


def flattened(alg, enc, key, **more):
    return encrypted({'alg': alg, 'enc': enc}, [(key, None)], **more).serialize()


def row(name, text, keys, expect, **more):
    return {'id': name, 'text': text, 'keys': keys, 'expect': expect, **more}


def done(form='jwe-compact', problems=(), **more):
    return {**DECRYPTED, 'form': form, 'layers': 1, 'payloadText': CLAIMS, 'problems': sorted(problems), **more}


def flip_middle(segment):
    data = bytearray(base64url_decode(segment))
    data[len(data) // 2] ^= 1
    return base64url_encode(bytes(data))


def twins(token):
    """The same token with one thing changed, by name; each is still a token by the letter."""
    parts = token.split('.')
    header = json.loads(base64url_decode(parts[0]))
    changes = {
        'header-member': (0, base64url_encode(json.dumps({**header, 'added': True}))),
        'iv-bit': (2, flip_middle(parts[2])),
        'ciphertext-bit': (3, flip_middle(parts[3])),
        'tag-bit': (4, flip_middle(parts[4])),
        'tag-short': (4, base64url_encode(base64url_decode(parts[4])[:-3])),
    }
    if parts[1]:
        changes['encrypted-key-bit'] = (1, flip_middle(parts[1]))
    return {name: '.'.join([*parts[:at], changed, *parts[at + 1 :]]) for name, (at, changed) in changes.items()}


def secret_for(name):
    """What jwcrypto takes: a key, or for PBES2 a text."""
    return PASSWORD if name == 'password' else KEYS[name]


# A change of the encrypted key meets the key management algorithm, one of the content meets the content encryption.
KEY_TWINS = ('header-member', 'encrypted-key-bit')
CONTENT_TWINS = ('header-member', 'iv-bit', 'ciphertext-bit', 'tag-bit', 'tag-short')


def twin_rows(name, token, key, names):
    made = twins(token)
    return [row(f'{name}~{each}', made[each], [key], FAILED, twinOf=name) for each in names if each in made]


def family_rows(alg, enc, key_name, problems=(), names=()):
    name = f'{alg}-{enc}'.lower()
    key = secret_for(key_name)
    token = compact(alg, enc, key)
    rows = [row(name, token, [key_name], done(problems=problems))]
    if names:
        rows += twin_rows(name, token, key_name, names)
        rows.append(row(f'{name}-wrong-key', token, [f'{key_name}-other'], FAILED))
        rows.append(row(f'{name}-flattened', flattened(alg, enc, key), [key_name], done('jwe-json', problems)))
    return rows


def algorithm_rows():
    rows = []
    families = [(alg, 'rsa', ['rsa1_5'] if alg == 'RSA1_5' else []) for alg in RSA_ALGS]
    families += [(alg, f'oct-{bits}', []) for alg, bits in WRAP_BITS.items()]
    families += [(alg, 'p-256', []) for alg in ECDH_ALGS]
    families += [(alg, 'password', []) for alg in PBES2_ALGS]
    for at, (alg, key, problems) in enumerate(families):
        first, second = (ENCS[(at + step) % len(ENCS)] for step in (0, 3))
        rows += family_rows(alg, first, key, problems, KEY_TWINS)
        rows += family_rows(alg, second, key, problems)
    for enc in ENCS:
        rows += family_rows('dir', enc, f'oct-{CEK_BITS[enc]}', names=CONTENT_TWINS)
    return rows


def curve_rows():
    rows = []
    for at, curve in enumerate(CURVES):
        for step, alg in enumerate(ECDH_ALGS):
            enc = ENCS[(at + step) % len(ENCS)]
            name = f'{alg}-{curve}-{enc}'.lower()
            token = compact(alg, enc, KEYS[curve.lower()])
            rows.append(row(name, token, [curve.lower()], done()))
            if alg == 'ECDH-ES':
                rows.append(row(f'{name}-wrong-key', token, [f'{curve.lower()}-other'], FAILED))
            if alg == 'ECDH-ES+A256KW':
                rows += twin_rows(name, token, curve.lower(), ['encrypted-key-bit'])
    named = compact('ECDH-ES', 'A256CBC-HS512', KEYS['p-256'], apu='QWxpY2U', apv='Qm9i')
    rows.append(row('ecdh-es-apu-apv', named, ['p-256'], done()))
    return rows


def zip_rows():
    text = CLAIMS[:-1] + ',"note":"' + 'again and ' * 60 + 'again"}'
    token = compact('A128KW', 'A128CBC-HS256', KEYS['oct-128'], text, zip='DEF')
    direct = compact('dir', 'A256GCM', KEYS['oct-256'], text, zip='DEF')
    json_text = encrypted(
        {'alg': 'A128KW', 'enc': 'A128GCM', 'zip': 'DEF'}, [(KEYS['oct-128'], None)], plaintext=text
    ).serialize()
    good = {**done(), 'payloadText': text}
    return [
        row('zip', token, ['oct-128'], good),
        *twin_rows('zip', token, 'oct-128', ['tag-bit']),
        row('zip-dir', direct, ['oct-256'], good),
        row('zip-flattened', json_text, ['oct-128'], {**good, 'form': 'jwe-json'}),
    ]


def key_form_rows():
    rsa = compact('RSA-OAEP', 'A256GCM', KEYS['rsa'])
    agreed = compact('ECDH-ES', 'A128GCM', KEYS['p-256'])
    wrapped = compact('A256KW', 'A128GCM', KEYS['oct-256'])
    direct = compact('dir', 'A256GCM', KEYS['oct-256'])
    none = {'state': 'unchecked', 'code': 'key-missing', 'layers': 1, 'payloadText': None}

    def unfit(code):
        return {'state': 'unchecked', 'code': code}

    return [
        row('rsa-pem', rsa, ['rsa-pem'], done()),
        row('p-256-pem', agreed, ['p-256-pem'], done()),
        row('a256kw-base64url', wrapped, ['oct-256-base64url'], done(keys=[{'encoding': 'base64url'}])),
        row('a256kw-hex', wrapped, ['oct-256-hex'], done(keys=[{'encoding': 'hex'}])),
        row('dir-hex', direct, ['oct-256-hex'], done(keys=[{'encoding': 'hex'}])),
        row('no-key-rsa', rsa, [], none),
        row('no-key-dir', direct, [], none),
        row('public-key', rsa, ['rsa-public'], {'state': 'unchecked'}),
        row('ec-for-rsa', rsa, ['p-256'], unfit('key-wrong-kind')),
        row('rsa-for-dir', direct, ['rsa'], unfit('key-wrong-kind')),
        row('size-for-kw', wrapped, ['oct-128'], unfit('key-wrong-size')),
        row('size-for-dir', direct, ['oct-512'], unfit('key-wrong-size')),
        row('curve-for-ecdh', agreed, ['p-384'], unfit('key-wrong-curve')),
        row('right-beside-wrong', rsa, ['rsa-other', 'rsa'], done()),
        row('wrong-kinds-beside-right', agreed, ['oct-256', 'rsa', 'p-256'], done()),
    ]


def json_rows():
    own = {
        'rsa': {'alg': 'RSA-OAEP', 'kid': 'one'},
        'p-384': {'alg': 'ECDH-ES+A256KW', 'kid': 'two'},
        'oct-192': {'alg': 'A192KW', 'kid': 'three'},
    }
    recipients = [(KEYS[name], header) for name, header in own.items()]
    more = {'unprotected': {'jku': 'https://issuer.example/keys.json'}, 'aad': 'read by nobody, changed by nobody'}
    general = encrypted({'enc': 'A192CBC-HS384', 'typ': 'JWT'}, recipients, **more).serialize()
    parsed = json.loads(general)

    def changed(**members):
        return json.dumps({**parsed, **members})

    for name, header in own.items():
        TEXTS[f'{name}-kid'] = {'text': json.dumps({**json.loads(KEYS[name].export()), 'kid': header['kid']})}
    every = {'keys': [json.loads(TEXTS[f'{name}-kid']['text']) for name in own]}
    TEXTS['every-recipient'] = {'text': json.dumps(every)}
    rows = [row('general-set', general, ['every-recipient'], done('jwe-json', recipients=['decrypted'] * 3))]
    for at, name in enumerate(own):
        codes = [None] * 3
        codes[at] = 'decrypted'
        expect = done('jwe-json', recipients=codes)
        rows.append(row(f'general-{name}', general, [name], expect))
    members = ['iv', 'ciphertext', 'tag', 'aad']
    for name in members:
        text = changed(**{name: flip_middle(parsed[name])})
        rows.append(row(f'general-set~{name}-bit', text, ['every-recipient'], FAILED, twinOf='general-set'))
    first, *others = parsed['recipients']
    broken = {**first, 'encrypted_key': flip_middle(first['encrypted_key'])}
    rows += [
        row('general-set~aad-gone', json.dumps({k: v for k, v in parsed.items() if k != 'aad'}), ['every-recipient'],
            FAILED, twinOf='general-set'),
        row('general-first-key-broken', changed(recipients=[broken, *others]), ['every-recipient'],
            done('jwe-json', recipients=['decryption-failed', 'decrypted', 'decrypted'])),
        row('general-first-key-broken-alone', changed(recipients=[broken, *others]), ['rsa'],
            {**FAILED, 'recipients': ['decryption-failed', None, None]}),
        row('general-wrong-key', general, ['rsa-other'], FAILED),
        row('general-no-key', general, [], {'state': 'unchecked', 'code': 'key-missing', 'recipients': ['key-missing'] * 3}),
        row('general-of-one', changed(recipients=[first]), ['rsa'], done('jwe-json', recipients=['decrypted'])),
        row('general-unprotected-changed', changed(unprotected={'jku': 'https://elsewhere.example/'}), ['rsa'],
            done('jwe-json')),
    ]
    return rows + unprotected_rows()


def unprotected_rows():
    """Every parameter in the shared unprotected header, and in the recipient's own."""
    shared = JWE(CLAIMS.encode(), unprotected={'alg': 'A128KW', 'enc': 'A128GCM'}, algs=ALLOWED)
    shared.add_recipient(KEYS['oct-128'])
    own = JWE(CLAIMS.encode(), json.dumps({'enc': 'A256GCM'}), algs=ALLOWED)
    own.add_recipient(KEYS['x448'], json.dumps({'alg': 'ECDH-ES', 'kid': 'x'}))
    with_aad = flattened('A256GCMKW', 'A256GCM', KEYS['oct-256'], aad='beside')
    clear = json.loads(with_aad)
    return [
        row('all-unprotected', shared.serialize(), ['oct-128'], done('jwe-json', header={'alg': 'A128KW', 'enc': 'A128GCM'})),
        row('alg-in-own-header', own.serialize(), ['x448'], done('jwe-json')),
        row('flattened-aad', with_aad, ['oct-256'], done('jwe-json')),
        row('flattened-aad~aad-bit', json.dumps({**clear, 'aad': flip_middle(clear['aad'])}), ['oct-256'], FAILED,
            twinOf='flattened-aad'),
    ]


def main():
    cases = algorithm_rows() + curve_rows() + zip_rows() + key_form_rows() + json_rows()
    used = {name for case in cases for name in case['keys']}
    content = {
        'source': 'made by scripts/vectors/make-jwe.py with jwcrypto 1.1; the keys are throw-away keys',
        'keys': {name: key for name, key in TEXTS.items() if name in used},
        'cases': cases,
    }
    FILE.write_text(json.dumps(content))
    subprocess.run(['npx', 'biome', 'format', '--write', FILE], cwd=ROOT, check=True)
    print(f'{FILE.name}: {len(cases)} cases')


main()
