import { ApiError, type FormProblems } from '../api-error.js';

export type Path = readonly (string | number)[];
export type Fields = Readonly<Record<string, unknown>>;

/** How long a text may be, in characters. */
export interface TextLimits {
  readonly max: number;
  readonly min?: number;
}

/**
 * Reads a request's body field by field and gathers what is wrong with it, to be thrown at once in the shape Discord
 * gives it: code 50035 with the problems nested under the fields' names.
 */
export class Form {
  readonly #problems: FormProblems = {};
  #found = false;

  problem(path: Path, code: string, message: string): void {
    let node = this.#problems;
    for (const step of path) {
      const next = node[step];
      if (next && !Array.isArray(next)) node = next;
      else {
        const made: FormProblems = {};
        node[step] = made;
        node = made;
      }
    }
    const errors = node._errors;
    if (Array.isArray(errors)) errors.push({ code, message });
    else node._errors = [{ code, message }];
    this.#found = true;
  }

  /** @throws ApiError 50035 where a problem was found */
  done(): void {
    if (this.#found) throw new ApiError(400, 50_035, 'Invalid Form Body', this.#problems);
  }

  required(path: Path): void {
    this.problem(path, 'BASE_TYPE_REQUIRED', 'This field is required');
  }

  choice(path: Path, choices: readonly unknown[]): void {
    this.problem(path, 'BASE_TYPE_CHOICES', `Value must be one of {${choices.join(', ')}}.`);
  }

  /** A text of the right length; null and absent alike are undefined. */
  text(value: unknown, path: Path, { max, min = 0 }: TextLimits): string | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'string' && typeof value !== 'number') {
      this.problem(path, 'STRING_TYPE_CONVERT', 'Could not interpret "{}" as string.');
      return undefined;
    }
    const text = String(value);
    if (text.length > max || text.length < min) {
      if (min > 0) this.problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      else this.problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    }
    return text;
  }

  /** A text that must be there and not be blank. */
  requiredText(value: unknown, path: Path, limits: TextLimits): string {
    const text = this.text(value, path, { min: 1, ...limits });
    if (text === undefined) this.required(path);
    else if (text.length > 0 && text.trim() === '') this.required(path);
    return text ?? '';
  }

  object(value: unknown, path: Path): Fields | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'object' && !Array.isArray(value)) return value as Fields;
    this.problem(path, 'MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType');
    return undefined;
  }

  list(
    value: unknown,
    path: Path,
    { max, min = 0 }: TextLimits = { max: Number.POSITIVE_INFINITY },
  ): readonly unknown[] | undefined {
    if (value === undefined || value === null) return undefined;
    if (!Array.isArray(value)) {
      this.problem(path, 'LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType');
      return undefined;
    }
    if (value.length > max || value.length < min) {
      if (min > 0) this.problem(path, 'BASE_TYPE_BAD_LENGTH', `Must be between ${min} and ${max} in length.`);
      else this.problem(path, 'BASE_TYPE_MAX_LENGTH', `Must be ${max} or fewer in length.`);
    }
    return value;
  }

  /** A list of objects, each with its path. */
  objects(value: unknown, path: Path, limits?: TextLimits): { readonly item: Fields; readonly at: Path }[] {
    return (this.list(value, path, limits) ?? []).flatMap((one, index) => {
      const at = [...path, index];
      const item = this.object(one, at);
      return item ? [{ item, at }] : [];
    });
  }

  integer(value: unknown, path: Path, min: number, max: number): number | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value !== 'number' || !Number.isInteger(value)) {
      this.problem(path, 'NUMBER_TYPE_COERCE', `Value "${String(value)}" is not int.`);
      return undefined;
    }
    if (value < min)
      this.problem(path, 'NUMBER_TYPE_MIN', `int value should be greater than or equal to ${min}.`);
    if (value > max)
      this.problem(path, 'NUMBER_TYPE_MAX', `int value should be less than or equal to ${max}.`);
    return value;
  }

  flag(value: unknown, path: Path): boolean | undefined {
    if (value === undefined || value === null) return undefined;
    if (typeof value === 'boolean') return value;
    this.problem(path, 'BOOLEAN_TYPE_CONVERT', 'Must be either true or false.');
    return undefined;
  }

  /** An address with one of the schemes. */
  url(
    value: unknown,
    path: Path,
    max: number,
    schemes: readonly string[] = ['http', 'https'],
  ): string | undefined {
    const url = this.text(value, path, { max });
    if (url === undefined) return undefined;
    const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
    if (!scheme || !URL.canParse(url)) this.problem(path, 'URL_TYPE_INVALID_URL', 'Not a well formed URL.');
    else if (!schemes.includes(scheme))
      this.problem(
        path,
        'URL_TYPE_INVALID_SCHEME',
        `Scheme "${scheme}" must be one of (${schemes.map((s) => `'${s}'`).join(', ')}).`,
      );
    return url;
  }
}
