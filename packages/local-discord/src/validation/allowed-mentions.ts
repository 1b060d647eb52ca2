import type { Fields, Form, Path } from './form.js';

const kinds = ['users', 'roles', 'everyone'] as const;

/** Whom a message may ping. */
export interface AllowedMentions {
  readonly everyone: boolean;
  /** Which users: all that are mentioned, or these. */
  readonly users: 'all' | readonly string[];
  readonly roles: 'all' | readonly string[];
  readonly repliedUser: boolean;
}

/** Reads whom a message may ping; undefined where the body doesn't say, which allows all. */
export function readAllowedMentions(form: Form, value: unknown, path: Path): AllowedMentions | undefined {
  const given = form.object(value, path);
  if (!given) return undefined;
  const parse = form.list(given.parse, [...path, 'parse']) ?? [];
  parse.forEach((kind, index) => {
    if (!kinds.some((k) => k === kind)) form.choice([...path, 'parse', index], kinds);
  });
  return {
    everyone: parse.includes('everyone'),
    users: readWhom(form, given, 'users', parse, path),
    roles: readWhom(form, given, 'roles', parse, path),
    repliedUser: form.flag(given.replied_user, [...path, 'replied_user']) ?? false,
  };
}

function readWhom(form: Form, given: Fields, kind: 'users' | 'roles', parse: readonly unknown[], path: Path) {
  const ids = form.list(given[kind], [...path, kind], { max: 100 }) ?? [];
  if (!parse.includes(kind)) return ids.map(String);
  if (ids.length > 0)
    form.problem(
      path,
      'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
      `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    );
  return 'all' as const;
}
