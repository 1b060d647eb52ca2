import type { MiddlewareHandler } from 'hono';

/** A request a bot sent, for tests to look at. */
export interface RecordedRequest {
  readonly method: string;
  /** Without the version: "/channels/1/messages". */
  readonly path: string;
  /** The JSON body, also of a multipart request; undefined where there was none. */
  readonly body: unknown;
  /** Names of the files uploaded. */
  readonly files: readonly string[];
  readonly status: number;
}

/** Keeps every request with its body and the status it got. */
export function recorder(into: RecordedRequest[]): MiddlewareHandler {
  return async (c, next) => {
    const { body, files } = await bodyOf(c.req.raw.clone()).catch(() => ({ body: undefined, files: [] }));
    await next();
    into.push({
      method: c.req.method,
      path: c.req.path.replace(/^\/api\/v\d+/, ''),
      body,
      files,
      status: c.res.status,
    });
  };
}

async function bodyOf(request: Request): Promise<Pick<RecordedRequest, 'body' | 'files'>> {
  if (request.headers.get('content-type')?.startsWith('multipart/form-data')) {
    const form = await request.formData();
    const payload = form.get('payload_json');
    const files = [...form.values()].flatMap((value) => (typeof value === 'string' ? [] : [value.name]));
    return { body: typeof payload === 'string' ? JSON.parse(payload) : undefined, files };
  }
  const text = await request.text();
  return { body: text === '' ? undefined : JSON.parse(text), files: [] };
}
