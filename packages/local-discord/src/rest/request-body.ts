import type { Context } from 'hono';
import { ApiError, refuse } from '../api-error.js';
import { limits } from '../limits.js';
import type { Fields } from '../validation/form.js';
import type { Upload } from '../world/attachments.js';

/** A request's JSON and the files that came with it. */
export interface RequestBody {
  readonly json: unknown;
  readonly uploads: readonly Upload[];
}

/** A request may be so large, in bytes: ten files and some room. */
const LARGEST = limits.message.files * limits.message.fileBytes + 1024 * 1024;

/** Reads a body, plain JSON or multipart with its JSON in `payload_json`. @throws ApiError 50109, 40005, 50035 */
export async function readBody(c: Context): Promise<RequestBody> {
  if (Number(c.req.header('content-length') ?? 0) > LARGEST) throw refuse.tooLarge();
  if (!c.req.header('content-type')?.startsWith('multipart/form-data'))
    return { json: parseJson(await c.req.text()), uploads: [] };
  const form = await c.req.raw.formData().catch(() => {
    throw refuse.badJson();
  });
  const uploads: Upload[] = [];
  for (const [name, value] of form) {
    const key = /^files\[(\d+)\]$/.exec(name)?.[1];
    if (key === undefined || typeof value === 'string') continue;
    const bytes = Buffer.from(await value.arrayBuffer());
    uploads.push({ key, filename: value.name, contentType: value.type || 'application/octet-stream', bytes });
  }
  if (uploads.length > limits.message.files) throw new ApiError(400, 40_062, 'Too many files in one message');
  const payload = form.get('payload_json');
  return { json: parseJson(typeof payload === 'string' ? payload : '{}'), uploads };
}

/** The JSON of a body as an object; an empty one where there is none. */
export function fieldsOf(body: RequestBody): Fields {
  const { json } = body;
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as Fields;
  throw refuse.badJson();
}

/** Texts, which are left as they are, and integers that JavaScript's numbers can't hold: ids that some libraries send bare. */
const textsAndIds = /"(?:[^"\\]|\\[\s\S])*(?:"|\\?$)|-?\b\d{16,20}\b(?![.eE])/g;

function parseJson(text: string): unknown {
  if (text.trim() === '') return {};
  try {
    return JSON.parse(text.replace(textsAndIds, (found) => (found.startsWith('"') ? found : `"${found}"`)));
  } catch {
    throw refuse.badJson();
  }
}
