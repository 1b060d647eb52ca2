import { readFileSync } from 'node:fs';
import type { RecordedRequest } from '@dateline/local-discord';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';

interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/**
 * Checks what a bot sent against Discord's OpenAPI description of its REST API, which DISCORD_OPENAPI names. It sees
 * shapes and types; sums, deadlines and duplicates it does not: those are the local Discord's.
 */
export class OpenApiCheck {
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
  readonly #routes: readonly { readonly path: string; readonly pattern: RegExp }[];
  readonly #validators = new Map<string, ValidateFunction | undefined>();

  constructor(description: Description) {
    this.#ajv.addSchema({ ...description, $id: 'discord' });
    // A path spelled out goes before one with a parameter in that place: "@original" before "{message_id}".
    const paths = Object.keys(description.paths).sort((a, b) => a.split('{').length - b.split('{').length);
    this.#routes = paths.map((path) => ({
      path,
      pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));
  }

  /** The check, or undefined where no description is named. */
  static fromEnvironment(): OpenApiCheck | undefined {
    const file = process.env.DISCORD_OPENAPI;
    if (!file) return undefined;
    return new OpenApiCheck(JSON.parse(readFileSync(file, 'utf8')) as Description);
  }

  /** What is wrong with requests, a line each; empty where Discord would take the shape of them all. */
  problems(requests: readonly RecordedRequest[]): string[] {
    return requests.flatMap((request) => {
      if (request.body === undefined) return [];
      const validate = this.#validator(request.method.toLowerCase(), request.path);
      if (!validate) return [`${request.method} ${request.path} takes no body, or there is no such route`];
      if (validate(asDescribed(request.body))) return [];
      return [`${request.method} ${request.path}: ${this.#ajv.errorsText(validate.errors)}`];
    });
  }

  #validator(method: string, path: string): ValidateFunction | undefined {
    const route = this.#routes.find(({ pattern }) => pattern.test(path));
    if (!route) return undefined;
    const pointer = ['paths', route.path, method, 'requestBody', 'content', 'application/json', 'schema']
      .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
      .join('/');
    if (!this.#validators.has(pointer)) {
      const schema = this.#ajv.getSchema(`discord#/${pointer}`) as ValidateFunction | undefined;
      this.#validators.set(pointer, schema);
    }
    return this.#validators.get(pointer);
  }
}

/**
 * A body with the one field in which the description and Discord's documentation part: permissions are a string there
 * (and in all that discord.js sends), an integer here.
 */
function asDescribed(body: unknown): unknown {
  const text = JSON.stringify(body);
  return JSON.parse(text.replace(/("default_member_permissions":)"(\d+)"/g, '$1$2'));
}
