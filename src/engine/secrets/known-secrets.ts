/**
 * Secrets that anyone knows. Written here, from what documentation, tutorials, templates and specifications print where
 * a secret belongs, and from the words that people put there; no list of another project was copied.
 *
 * Such texts come from: samples of jwt.io and of libraries (jsonwebtoken, PyJWT, firebase/php-jwt, jjwt, ruby-jwt),
 * settings that a framework is delivered with (Express sessions, Flask, Laravel, Symfony, Spring Boot, Django, Rails,
 * ASP.NET, NestJS, Next.js, Supabase), container and deployment templates (`.env.example`, compose files), and the RFCs.
 */

/** What stands in samples for the word 'secret', in the order of how often one meets it. */
const WORDS = [
  ...['secret', 'your-256-bit-secret', 'a-string-secret-at-least-256-bits-long', 'your-secret-key', 'mysecret'],
  ...['secretkey', 'secret-key', 'secret_key', 'supersecret', 'super-secret', 'super_secret', 'changeme', 'password'],
  ...['your_jwt_secret', 'your-jwt-secret', 'jwt_secret', 'jwt-secret', 'jwtsecret', 'shhhhh', 'mysecretkey', 'key'],
  ...['my-secret-key', 'my_secret_key', 'your_secret_key', 'your-secret', 'your_secret', 'yoursecret', 'test', 'jwt'],
  ...['your-384-bit-secret', 'your-512-bit-secret', 'a-valid-string-secret-that-is-at-least-384-bits-long'],
  ...['a-valid-string-secret-that-is-at-least-512-bits-long-which-is-very-long', 'my-secret', 'my_secret', 'admin'],
  ...['yoursecretkey', 'supersecretkey', 'super-secret-key', 'super_secret_key', 'topsecret', 'top-secret'],
  ...['top_secret', 'topsecretkey', 'verysecret', 'very-secret', 'very_secret', 'verysecretkey', 'very-secret-key'],
  ...[
    'thisisasecret',
    'this-is-a-secret',
    'this_is_a_secret',
    'this is a secret',
    'thisismysecret',
    'thisisasecretkey',
  ],
  ...['this is my secret', 'this is a secret key', 'thisisaverysecretkey', 'this-is-my-secret', 'thisissecret'],
  ...['itsasecret', "it's a secret", 'notsosecret', 'not-so-secret', 'notasecret', 'not-a-secret', 'nosecret'],
  ...[
    'somesecret',
    'some-secret',
    'some_secret',
    'somesecretkey',
    'some-secret-key',
    'a-secret',
    'a_secret',
    'asecret',
  ],
  ...['asecretkey', 'a-secret-key', 'the-secret', 'thesecret', 'oursecret', 'ourlittlesecret', 'secretsecret'],
  ...['secretpassword', 'secret-password', 'secretphrase', 'secret-phrase', 'secretpassphrase', 'secretword'],
  ...['secretstring', 'secret-string', 'secret_string', 'secrettoken', 'secret-token', 'secret_token', 'secretvalue'],
  ...['secretjwt', 'secret-jwt', 'secretcode', 'secret-code', 'secretsauce', 'secret sauce', 'secrets', 'sekret'],
  ...['secreto', 'segredo', 'geheim', 'geheimnis', 'motdepasse', 'passwort', 'contraseña', 'parola', 'rahasia'],
  ...['s3cr3t', 's3cret', 'secr3t', '$ecret', 's3cr3tk3y', 'sup3rs3cr3t', 'sup3rsecret', 'p@ssw0rd', 'passw0rd'],
  ...['p4ssw0rd', 'pa$$word', 'passphrase', 'passwd', 'pass', 'password1', 'password123', 'secret123', 'secret1234'],
] as const;

/** Names of the setting, put in place of its value. */
const SETTINGS = [
  ...['jwt_secret_key', 'jwt-secret-key', 'jwtsecretkey', 'jwt_key', 'jwt-key', 'jwtkey', 'jwt_private_key'],
  ...['jwtprivatekey', 'myprivatekey', 'private_key', 'private-key', 'privatekey', 'private', 'signing-key'],
  ...['signing_key', 'signingkey', 'signing-secret', 'signature', 'sign', 'encryption-key', 'encryption_key'],
  ...['encryptionkey', 'app_secret', 'app-secret', 'appsecret', 'app_key', 'app-key', 'appkey', 'application_secret'],
  ...['api_secret', 'api-secret', 'apisecret', 'api_key', 'api-key', 'apikey', 'client_secret', 'client-secret'],
  ...['clientsecret', 'session_secret', 'session-secret', 'sessionsecret', 'cookie_secret', 'cookie-secret'],
  ...['cookiesecret', 'token_secret', 'token-secret', 'tokensecret', 'tokenkey', 'token_key', 'token-key', 'token'],
  ...['access_token_secret', 'access-token-secret', 'accesstokensecret', 'access-secret', 'access_secret'],
  ...['refresh_token_secret', 'refresh-token-secret', 'refreshtokensecret', 'refresh-secret', 'refresh_secret'],
  ...[
    'auth_secret',
    'auth-secret',
    'authsecret',
    'auth_key',
    'nextauth_secret',
    'nextauth-secret',
    'better-auth-secret',
  ],
  ...['hmac_secret', 'hmac-secret', 'hmacsecret', 'hmac-key', 'hs256-secret', 'hs256', 'master-key', 'masterkey'],
  ...['master_key', 'shared-secret', 'shared_secret', 'sharedsecret', 'symmetric-key', 'symmetrickey', 'passkey'],
  ...['secret_key_base', 'user_secret', 'usersecret', 'server-secret', 'serversecret', 'auth', 'authentication'],
] as const;

/** Notes to the one who should have put something else there. */
const PLACEHOLDERS = [
  ...['change-me', 'change_me', 'change me', 'changethis', 'change-this', 'change_this', 'changeit', 'change-it'],
  ...[
    'changemeplease',
    'please-change-me',
    'pleasechangeme',
    'please_change_me',
    'please change me',
    'change_this_secret',
  ],
  ...['change-this-secret', 'change_me_in_production', 'change-me-in-production', 'changemeinproduction'],
  ...['change-this-in-production', 'change_this_in_production', 'changethissecret', 'changethiskey', 'changethistoken'],
  ...['change-in-production', 'do-not-use-in-production', 'dont-use-in-production', 'not-for-production'],
  ...['replace-me', 'replace_me', 'replaceme', 'replace-this', 'replacethis', 'replace-with-your-secret'],
  ...['replace_with_your_secret', 'replace-with-a-secret', 'replace-in-production', 'insert-secret-here'],
  ...['insert_secret_here', 'insertsecrethere', 'insert-your-secret-here', 'enter-your-secret', 'put-your-secret-here'],
  ...['putyoursecrethere', 'your-secret-here', 'your_secret_here', 'yoursecrethere', 'your-secret-key-here'],
  ...[
    'your_secret_key_here',
    'your_jwt_secret_here',
    'your-jwt-secret-here',
    'your_jwt_secret_key',
    'your-jwt-secret-key',
  ],
  ...['your-super-secret-key', 'your_super_secret_key', 'your-super-secret', 'your-super-secret-jwt-key'],
  ...['your-super-secret-jwt-token-with-at-least-32-characters-long', 'your-very-secret-key', 'your-signing-key'],
  ...[
    'your-key',
    'your_key',
    'yourkey',
    'your-key-here',
    'your-token',
    'your-password',
    'your-app-secret',
    'yourapikey',
  ],
  ...[
    'your-random-secret',
    'your-secure-secret',
    'your-256-bit-secret-key',
    'your-32-character-secret',
    'your-private-key',
  ],
  ...['set-me', 'setme', 'set_me', 'fixme', 'todo', 'tbd', 'undefined', 'null', 'none', 'nil', 'false', 'true', 'xxx'],
  ...['xxxx', 'xxxxxx', 'xxxxxxxx', 'string', 'value', 'example', 'example_key', 'example-key', 'examplekey'],
  ...['example-secret', 'example_secret', 'examplesecret', 'sample', 'sample-secret', 'samplesecret', 'demo'],
  ...[
    'demo-secret',
    'demosecret',
    'dummy',
    'dummy-secret',
    'dummysecret',
    'dummykey',
    'fake',
    'fake-secret',
    'placeholder',
  ],
  ...[
    'default',
    'default-secret',
    'default_secret',
    'defaultsecret',
    'default-key',
    'defaultkey',
    'default_secret_key',
  ],
  ...[
    'random',
    'randomstring',
    'random-string',
    'random_string',
    'somerandomstring',
    'some-random-string',
    'randomkey',
  ],
  ...['some random string', 'a-random-string', 'arandomstring', 'random-secret', 'randomsecret', 'verylongsecret'],
  ...[
    'a-very-long-secret',
    'averylongsecret',
    'long-secret',
    'my-super-secret',
    'my-super-secret-key',
    'mysupersecret',
  ],
  ...['mysupersecretkey', 'my_super_secret_key', 'my-jwt-secret', 'my_jwt_secret', 'myjwtsecret', 'my-very-secret-key'],
  ...[
    'mytopsecret',
    'mykey',
    'my-key',
    'my_key',
    'mytoken',
    'mypassword',
    'my secret',
    'my secret key',
    'mysigningkey',
  ],
] as const;

/** Names of environments, products and roles, and what is at hand on a keyboard. */
const HABITS = [
  ...['development', 'dev', 'dev-secret', 'dev_secret', 'devsecret', 'dev-key', 'devkey', 'development-secret'],
  ...['development_secret', 'local', 'local-secret', 'localsecret', 'localhost', 'test-secret', 'test_secret'],
  ...['testsecret', 'test-key', 'test_key', 'testkey', 'testing', 'test123', 'test1234', 'testtest', 'staging', 'prod'],
  ...['production', 'production-secret', 'prod-secret', 'debug', 'insecure', 'insecure-secret', 'unsafe', 'unsecure'],
  ...['root', 'toor', 'user', 'guest', 'administrator', 'admin123', 'adminadmin', 'superuser', 'letmein', 'welcome'],
  ...['welcome1', 'hello', 'helloworld', 'hello world', 'hello-world', 'hello123', 'foo', 'bar', 'foobar', 'foobarbaz'],
  ...['baz', 'qux', 'abc', 'abc123', 'abcd', 'abcd1234', 'abcdef', 'abcdefg', 'abcdefgh', 'abcdefghijklmnopqrstuvwxyz'],
  ...['1', '12', '123', '1234', '12345', '123456', '1234567', '12345678', '123456789', '1234567890', '0123456789'],
  ...['0', '000000', '00000000', '111111', '11111111', '123123', '123321', '654321', '0987654321', '42', '1q2w3e4r'],
  ...['1qaz2wsx', 'qwerty', 'qwerty123', 'qwertyuiop', 'asdf', 'asdfgh', 'asdfasdf', 'asdfghjkl', 'zxcvbn', 'zxcvbnm'],
  ...['0123456789abcdef', '0123456789abcdef0123456789abcdef', '00000000000000000000000000000000', 'a', 'aaaaaaaa'],
  ...['12345678901234567890123456789012', 'abcdefghijklmnopqrstuvwxyz123456', 'abcdefghijklmnopqrstuvwxyz012345'],
  ...['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'iloveyou', 'monkey', 'dragon', 'sunshine', 'princess', 'football'],
  ...['shadow', 'master', 'trustno1', 'superman', 'batman', 'starwars', 'opensesame', 'open sesame', 'swordfish'],
  ...['node', 'nodejs', 'express', 'express-session', 'nestjs', 'nest', 'nextjs', 'react', 'angular', 'vue', 'mern'],
  ...['django', 'flask', 'fastapi', 'laravel', 'symfony', 'rails', 'spring', 'springboot', 'spring-boot', 'golang'],
  ...['hapi', 'koa', 'fastify', 'graphql', 'apollo', 'hasura', 'supabase', 'strapi', 'directus', 'keycloak', 'auth0'],
  ...[
    'firebase',
    'aws',
    'azure',
    'docker',
    'kubernetes',
    'redis',
    'mongodb',
    'postgres',
    'mysql',
    'grafana',
    'jenkins',
  ],
  ...[
    'jsonwebtoken',
    'json web token',
    'json-web-token',
    'bearer',
    'jws',
    'hs512',
    'sha256',
    'oauth',
    'oauth2',
    'oidc',
  ],
] as const;

/** What single products and their documentation print. */
const PRODUCTS = [
  // Express and connect, since their first samples
  ...['keyboard cat', 'keyboardcat', 'keyboard-cat', 'cats', 'shhhhhhared-secret', 'shhhh', 'shhh', 'ssh', 'sssh'],
  // ruby-jwt, PyJWT, php-jwt, golang-jwt
  ...['my$ecretk3y', 'hmac secret', 'hmacSampleSecret', 'AllYourBase', 'example_key_of_sufficient_length'],
  // Flask's session key, Flask-JWT-Extended, FastAPI's tutorial on OAuth 2.0
  ...['_5#y2L"F4Q8z\\n\\xec]/', 'jwt-secret-string', 'super-secret-change-me', 'please-remember-to-change-me'],
  ...['09d25e094faa6ca2556c818166b7a9563b93f7099f6f0f4caa6cf63b88e8d3e7', 'SECRET_KEY', 'dev key'],
  // Symfony, Laravel, Django, Rails, Spring, ASP.NET
  ...['ThisTokenIsNotSoSecretChangeIt', 'SomeRandomString', 'SomeRandomStringWith32Characters', 'ThisIsNotASecret'],
  ...['django-insecure', 'django-secret-key', 'secret_key_for_django', 'bezKoderSecretKey', 'bezkoder-secret-key'],
  ...['bezkoder', 'javainuse', 'javatechie', 'techgeeknext', 'baeldung', 'JWTSuperSecretKey', 'SecretKeyToGenJWTs'],
  ...['THIS IS USED TO SIGN AND VERIFY JWT TOKENS, REPLACE IT WITH YOUR OWN SECRET, IT CAN BE ANY STRING'],
  ...[
    'ThisIsMySecretKey',
    'ThisismySecretKey',
    'YourSecretKeyHere',
    'mysupersecret_secretkey!123',
    'My super secret key',
  ],
  ...['this is my custom Secret key for authentication', 'thisisasecretkeyandnooneshouldknowit'],
  // Supabase's and PostgREST's local set-ups, NestJS, Directus, Strapi, Appwrite
  ...['super-secret-jwt-token-with-at-least-32-characters-long', 'reallyreallyreallyreallyverysafe'],
  ...['DO NOT USE THIS VALUE. INSTEAD, CREATE A COMPLEX SECRET AND KEEP IT SAFE OUTSIDE OF THE SOURCE CODE.'],
  ...['255d861b5ea4a23b0bb8ad2f0a18e8f0', 'toBeModified1', 'tobemodified', 'toBeModified', 'secretKeyToChange'],
  // databases, dashboards and gateways as they are delivered
  ...['nacos', 'SecretKey012345678901234567890123456789012345678901234567890123456789', 'rsecret', 'edpsecret'],
  ...['minioadmin', 'minio123', 'ChangeThisSecret', 'sidekiq', 'harbor', 'Harbor12345', 'rancher', 'portainer'],
  ...['thisISnotSECURE', 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx', 'secret-that-no-one-can-guess', 'ILoveJWT', 'jwt4life'],
  ...['someverysecretkey', 'donttellanyone', "don't tell anyone", 'nobodyknows', 'you-will-never-guess'],
  ...['you-will-never-know', 'hard to guess string', 'hard-to-guess-string', 'hardtoguess', 'a hard to guess string'],
  ...['correct horse battery staple', 'correcthorsebatterystaple', 'tellnoone', 'nottelling', 'mellon'],
] as const;

/** Keys of specifications, as base64url: RFC 7515 appendix A.1, RFC 7520 section 3.5, RFC 7517 appendix A.3. */
const SPECIFICATIONS = [
  'AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow',
  'hJtXIZ2uSN5kbQfbtTNWbpdmhkV8FJG-Onbc6mxCcYg',
  'GawgguFyGrWKav7AX4VKUg',
] as const;

/** Those that one meets most, the first ones first. The empty secret is among them: it is what an unset variable gives. */
export const USUAL_SECRETS: readonly string[] = [...new Set<string>([...WORDS.slice(0, 40), '', ...WORDS])];

/** Every one once, the usual ones first. */
export const KNOWN_SECRETS: readonly string[] = [
  ...new Set<string>([...USUAL_SECRETS, ...SETTINGS, ...PLACEHOLDERS, ...PRODUCTS, ...HABITS, ...SPECIFICATIONS]),
];

/** What Django writes before the secrets that it makes for development; the rest of each is random. */
export const DJANGO_INSECURE = 'django-insecure-';

const TEXTS: ReadonlySet<string> = new Set(KNOWN_SECRETS.map((text) => text.toLowerCase()).filter(Boolean));
const KEYS: ReadonlySet<string> = new Set(SPECIFICATIONS);

/** `text` as it is used, `k` its bytes in base64url. Case and white space around a text make no other secret of it. */
export function isKnownSecret(text: string, k: string): boolean {
  return KEYS.has(k) || TEXTS.has(text.trim().toLowerCase());
}
