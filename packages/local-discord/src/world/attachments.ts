import type { APIAttachment } from 'discord-api-types/v10';
import { refuse } from '../api-error.js';
import { limits } from '../limits.js';
import type { AttachmentMention } from '../validation/message-body.js';
import type { World } from './world.js';

/** A file as it came with a request: `files[0]` has the key "0". */
export interface Upload {
  readonly key: string;
  readonly filename: string;
  readonly contentType: string;
  readonly bytes: Buffer;
}

/** The files of the world's messages, and where they are served. */
export class Attachments {
  readonly #files = new Map<string, Upload>();
  /** Address of the server, without a slash at the end; known once it listens. */
  origin = '';

  /** Keeps a file and returns where it is. @throws ApiError 40005 where it is too large */
  keep(
    world: World,
    channelId: string,
    upload: Upload,
    mention: AttachmentMention | undefined,
  ): APIAttachment {
    if (upload.bytes.length > limits.message.fileBytes) throw refuse.tooLarge();
    const id = world.ids.next();
    const filename = upload.filename.replace(/[^\w.()-]+/g, '_');
    const path = `/attachments/${channelId}/${id}/${filename}`;
    this.#files.set(path, upload);
    const url = this.origin + path;
    return {
      id,
      filename,
      size: upload.bytes.length,
      url,
      proxy_url: url,
      content_type: upload.contentType,
      ...(mention?.description !== undefined && { description: mention.description }),
      ...pngSize(upload.bytes),
    };
  }

  /** The file served at a path, or undefined. */
  at(path: string): Upload | undefined {
    return this.#files.get(path);
  }
}

/** Width and height from a PNG's first chunk; nothing for other files. */
function pngSize(bytes: Buffer): { width?: number; height?: number } {
  const isPng = bytes.length > 24 && bytes.toString('latin1', 1, 4) === 'PNG';
  return isPng ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) } : {};
}
