import { describe, expect, it } from 'vitest';
import { fromBytes, readFile } from './files.ts';

describe('readFile', () => {
  it('UTF-8 is text', async () => {
    expect(await readFile(new File(['Bearer ü'], 'log.txt'))).toEqual({ kind: 'text', text: 'Bearer ü' });
  });
  it('bytes that are not UTF-8 become base64', () => {
    expect(fromBytes(Uint8Array.of(0x30, 0x82, 0xff))).toEqual({ kind: 'bytes', base64: 'MIL/' });
  });
  it('a large binary file does not overflow the stack', () => {
    const bytes = new Uint8Array(300_000).fill(0xff);
    expect(fromBytes(bytes)).toEqual({ kind: 'bytes', base64: Buffer.from(bytes).toString('base64') });
  });
  it('more than 20 MB is not read', async () => {
    const file = new File([], 'big.har');
    Object.defineProperty(file, 'size', { value: 20 * 1024 * 1024 + 1 });
    expect(await readFile(file)).toEqual({ kind: 'too-large' });
  });
});
