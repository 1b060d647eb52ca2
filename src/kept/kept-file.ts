import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
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

/**
 * What was kept in a file; null where it isn't there, is damaged or was written by another version. Each section is read on its own:
 * Node.js reads no more than 2 GiB of a file at once.
 */
export async function readKept(path: string, version: string): Promise<Sections | null> {
  const handle = await open(path).catch(() => null);
  if (!handle) return null;
  try {
    const { size } = await handle.stat();
    const begin = await bytesAt(handle, 0, HEAD_AT, size);
    if (begin?.toString('latin1', 0, MAGIC.length) !== MAGIC) return null;
    const length = begin.readUInt32LE(MAGIC.length);
    const head = headOf(await bytesAt(handle, HEAD_AT, length, size));
    if (head?.version !== version) return null;
    const sections: Record<string, Uint8Array> = {};
    let at = aligned(HEAD_AT + length);
    for (const { name, bytes, crc } of head.sections) {
      const section = await bytesAt(handle, at, bytes, size);
      if (!section || (await checksum(section)) !== crc) return null;
      sections[name] = section;
      at += aligned(bytes);
    }
    return sections;
  } catch {
    return null;
  } finally {
    await handle.close();
  }
}

/** Some bytes of a file; null where it ends before. */
async function bytesAt(handle: FileHandle, at: number, length: number, size: number): Promise<Buffer | null> {
  if (!(at + length <= size)) return null;
  const bytes = Buffer.allocUnsafe(length);
  for (let read = 0; read < length; ) {
    const { bytesRead } = await handle.read(bytes, read, Math.min(CHUNK, length - read), at + read);
    if (bytesRead === 0) return null;
    read += bytesRead;
  }
  return bytes;
}

function headOf(bytes: Buffer | null): Head | null {
  try {
    return bytes && (JSON.parse(bytes.toString('utf8')) as Head);
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
  return bytes.byteOffset % ALIGNED === 0 ? bytes : new Uint8Array(bytes);
}

/** Numbers as a section. */
export function bytesOf(numbers: Uint32Array | Int32Array | Float32Array | Float64Array): Uint8Array {
  return new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
}
