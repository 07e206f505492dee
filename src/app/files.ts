/** Files that are opened or dropped: text where they are text, and what a key in DER looks like as text. */

/** Larger files are logs and captures out of which a person should cut the part that matters. */
const MOST_BYTES = 20 * 1024 * 1024;

export type FileRead =
  | { readonly kind: 'text'; readonly text: string }
  /** bytes that are no text: base64, as a key in DER can be given */
  | { readonly kind: 'bytes'; readonly base64: string }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'unreadable' };

export type BytesRead = Uint8Array | Extract<FileRead, { readonly kind: 'too-large' | 'unreadable' }>;

export async function readFile(file: File): Promise<FileRead> {
  const read = await readBytes(file);
  return 'kind' in read ? read : fromBytes(read);
}

/** The bytes as they are. */
export async function readBytes(file: File): Promise<BytesRead> {
  if (file.size > MOST_BYTES) return { kind: 'too-large' };
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
}

/** What bytes are: UTF-8 by the letter is text, anything else stays bytes. */
export function fromBytes(bytes: Uint8Array): FileRead {
  try {
    return { kind: 'text', text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { kind: 'bytes', base64: base64Of(bytes) };
  }
}

/** `String.fromCharCode` takes so many arguments everywhere. */
const CHUNK = 8192;

function base64Of(bytes: Uint8Array): string {
  const chunks: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) {
    chunks.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  }
  return btoa(chunks.join(''));
}

/** Asks the person for a file; answers when one has been chosen, never where none is. */
export function askForFile(): Promise<File> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.addEventListener('change', () => {
      const [file] = input.files ?? [];
      if (file !== undefined) resolve(file);
    });
    input.click();
  });
}
