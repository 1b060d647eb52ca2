import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { crc32 } from 'node:zlib';

/** Named parts of a file, as bytes. */
export type Sections = Readonly<Record<string, Uint8Array>>;

/** Bytes that are written or checked in one go: what takes longer would delay an acknowledgement. */
const CHUNK = 1 << 22;
/** Every section begins at a multiple of this, so that it can be read in place as numbers. */
const ALIGNED = 8;
const MAGIC = 'dateline';
/** The length of the head, as a number of 4 bytes, stands behind the magic word. */
const HEAD_AT = MAGIC.length + 4;

interface Head {
  readonly version: string;
  readonly sections: readonly { readonly name: string; readonly bytes: number; readonly crc: number }[];
}

/**
 * Writes what can be worked out again to a file, whole or not at all.
 *
 * @param version what it was worked out by: another version of the program reads none of it.
 * @throws the file system's error where it can't be written; what was there before stays
 */
export async function writeKept(path: string, version: string, sections: Sections): Promise<void> {
  const named = Object.entries(sections);
  const head: { name: string; bytes: number; crc: number }[] = [];
  for (const [name, bytes] of named) head.push({ name, bytes: bytes.length, crc: await checksum(bytes) });
  const text = Buffer.from(JSON.stringify({ version, sections: head } satisfies Head));
  const begin = Buffer.alloc(aligned(HEAD_AT + text.length));
  begin.write(MAGIC, 'latin1');
  begin.writeUInt32LE(text.length, MAGIC.length);
  text.copy(begin, HEAD_AT);
  await mkdir(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.new`;
  try {
    const handle = await open(beside, 'w');
    try {
      await handle.writeFile(begin);
      for (const [, bytes] of named) {
        for (let at = 0; at < bytes.length; at += CHUNK)
          await handle.writeFile(bytes.subarray(at, at + CHUNK));
        await handle.writeFile(Buffer.alloc(aligned(bytes.length) - bytes.length));
      }
    } finally {
      await handle.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {});
    throw error;
  }
}

/** What was kept in a file; null where it isn't there, is damaged or was written by another version. */
export async function readKept(path: string, version: string): Promise<Sections | null> {
  const bytes = await readFile(path).catch(() => null);
  if (!bytes || bytes.length < HEAD_AT || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
  const head = headOf(bytes);
  if (head?.version !== version) return null;
  const sections: Record<string, Uint8Array> = {};
  let at = aligned(HEAD_AT + bytes.readUInt32LE(MAGIC.length));
  for (const { name, bytes: length, crc } of head.sections) {
    const section = bytes.subarray(at, at + length);
    if (section.length !== length || (await checksum(section)) !== crc) return null;
    sections[name] = section;
    at += aligned(length);
  }
  return sections;
}

function headOf(bytes: Buffer): Head | null {
  try {
    const length = bytes.readUInt32LE(MAGIC.length);
    return JSON.parse(bytes.toString('utf8', HEAD_AT, HEAD_AT + length)) as Head;
  } catch {
    return null;
  }
}

const aligned = (length: number) => Math.ceil(length / ALIGNED) * ALIGNED;

async function checksum(bytes: Uint8Array): Promise<number> {
  let crc = 0;
  for (let at = 0; at < bytes.length; at += CHUNK) {
    crc = crc32(bytes.subarray(at, at + CHUNK), crc);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return crc;
}

/** A section as whole numbers; none where there is no such section. */
export function numbersIn(sections: Sections, name: string): Uint32Array {
  const bytes = placed(sections, name);
  return new Uint32Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 4));
}

/** A section as numbers of double precision; none where there is no such section. */
export function doublesIn(sections: Sections, name: string): Float64Array {
  const bytes = placed(sections, name);
  return new Float64Array(bytes.buffer, bytes.byteOffset, Math.floor(bytes.length / 8));
}

/** The bytes of a section where numbers may lie: a file read whole may lie anywhere in memory. */
function placed(sections: Sections, name: string): Uint8Array {
  const bytes = sections[name] ?? new Uint8Array(0);
  return bytes.byteOffset % ALIGNED === 0 ? bytes : Uint8Array.from(bytes);
}

/** Numbers as a section. */
export function bytesOf(numbers: Uint32Array | Int32Array | Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
