/** Why an act of the person could not be done. */

export function notGeneratedMessage(
  code:
    | 'alg-unknown'
    | 'insecure-context'
    | 'runtime-lacks'
    | 'not-loaded'
    | 'key-unfit'
    | 'key-refused'
    | 'private-key-needed'
    | 'empty-key',
  alg: string,
): string {
  switch (code) {
    case 'alg-unknown':
      return `${alg} is no signature algorithm that this page knows, so there is no key to make for it.`;
    case 'insecure-context':
      return `This page was opened over plain http, where browsers switch their cryptography off, so no key for ${alg} can be made. Open it over https or on localhost.`;
    case 'not-loaded':
      return 'The part of this page that makes keys could not be loaded. Reload the page.';
    default:
      return `This browser cannot make a key for ${alg}. Make one elsewhere and paste it.`;
  }
}

export function notExportedMessage(): string {
  return 'The part of this page that converts keys could not be loaded. Reload the page.';
}

export function exampleMissingMessage(): string {
  return 'The examples could not be loaded. Reload the page.';
}

export function sealingMissingMessage(): string {
  return 'The part of this page that makes tokens could not be loaded. Reload the page.';
}

export function keyChangedMessage(): string {
  return 'Another key was given before the token had been made with this edit. Change the text again to make it with the new one.';
}

export function sealingStoppedMessage(): string {
  return 'You stopped the work before the token had been made with this edit.';
}
