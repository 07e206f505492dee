/** Finding OpenSSH public keys: lines as in id_*.pub, authorized_keys and known_hosts. */

export interface SshLine {
  /** 'ssh-ed25519' */
  readonly type: string;
  /** base64 of the key's blob */
  readonly blob: string;
}

const TYPE =
  /^(?:ssh-(?:rsa|dss|ed25519|ed448)|ecdsa-sha2-\w{1,40}|sk-[\w-]{1,60}@openssh\.com)(?:-cert-v\d\d@openssh\.com)?$/;

/** The keys of a text of such lines; empty where its first line, but for blank ones and comments, holds none. */
export function findSshLines(text: string): readonly SshLine[] {
  const lines = text.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '' && !line.trimStart().startsWith('#'));
  const found = lines.map(sshLineOf);
  return found[0] === undefined ? [] : found.filter((line) => line !== undefined);
}

function sshLineOf(line: string): SshLine | undefined {
  // options or a host name may stand before the type; no more than a few words of a line are looked at
  const words = line.trim().split(/\s+/, 12);
  const at = words.findIndex((word) => TYPE.test(word));
  const type = words[at];
  const blob = words[at + 1];
  return type === undefined || blob === undefined ? undefined : { type, blob };
}
