#!/usr/bin/env python3
"""Opens tokens that the engine encrypted: reads them as JSON from scripts/open-elsewhere.mjs and says what came of each.

Each one must open to its content, and must not open with one bit of its authentication tag changed.
"""

import json
import sys

from jwcrypto.common import JWException, base64url_decode, base64url_encode
from jwcrypto.jwa import JWA
from jwcrypto.jwe import JWE
from jwcrypto.jwk import JWK

KNOWN = sorted(JWA.algorithms_registry)


def with_changed_tag(token):
    if token.startswith('{'):
        parsed = json.loads(token)
        return json.dumps({**parsed, 'tag': changed(parsed['tag'])})
    *parts, tag = token.split('.')
    return '.'.join([*parts, changed(tag)])


def changed(tag):
    data = bytearray(base64url_decode(tag))
    data[0] ^= 1
    return base64url_encode(bytes(data))


def opened(token, key):
    """The content, or what jwcrypto says instead."""
    try:
        jwe = JWE(algs=KNOWN)
        jwe.deserialize(token, JWK.from_json(key))
        return jwe.payload.decode()
    except (JWException, ValueError) as error:
        return f'{type(error).__name__}: {error}'


def main():
    counts = {'opened': 0, 'unknown': set(), 'failed': 0}
    for each in json.load(sys.stdin):
        unknown = {each['alg'], each['enc']} - set(KNOWN)
        if unknown:
            counts['unknown'] |= unknown
            continue
        got = opened(each['token'], each['key'])
        if got == each['content'] and opened(with_changed_tag(each['token']), each['key']) != each['content']:
            counts['opened'] += 1
            continue
        counts['failed'] += 1
        print(f"{each['alg']} {each['enc']} {each.get('crv', '')}: {got}\n  {each['token']}")
    print(f"jwcrypto: {counts['opened']} opened, {counts['failed']} failed")
    print(f"not asked, for jwcrypto does not know them: {', '.join(sorted(counts['unknown'])) or 'none'}")
    sys.exit(1 if counts['failed'] or not counts['opened'] else 0)


main()
