/** The places of a folder that a link may mean, the likeliest first. `from` is the file it is in. */
export function placesOf(link: string, from: string): string[] {
  const name = nameIn(link);
  if (name !== null) {
    const paths = /\.(?:md|markdown)$/i.test(name) ? [name] : [`${name}.md`, `${name}.markdown`];
    return paths.flatMap((path) => [
      ...fromRoot(`/${path.replace(/^\/+/, '')}`, from),
      relativeTo(path, from),
    ]);
  }
  const written = decoded(link);
  // A name may hold the marks that lead to a place on a page: the file that is named in full comes first.
  const forms = [...new Set([link, written, decoded(link.replace(/[#?].*$/s, ''))])];
  return forms.flatMap((path) =>
    path.startsWith('/')
      ? fromRoot(path, from)
      : [relativeTo(path, from), ...fromRoot(`/${withoutDots(path)}`, from)],
  );
}

/** The name that a wikilink gives, "[[name]]"; null for a path. */
export function nameIn(link: string): string | null {
  return link.startsWith('[[') ? link.slice(2, -2) : null;
}

/** The path from the root that a link gives where no file of the folder is meant by it. */
export function barePath(link: string): string {
  const name = nameIn(link);
  if (name !== null) return `/${name.replace(/^\/+/, '')}.md`;
  return `/${withoutDots(decoded(link.replace(/[#?].*$/s, '')))}`.normalize('NFC');
}

const withoutDots = (path: string) => path.replace(/^(?:\.{0,2}\/)+/, '');

function decoded(path: string): string {
  if (!path.includes('%')) return path;
  try {
    return decodeURIComponent(path).normalize('NFC');
  } catch {
    // Not percent-encoded after all: a name with a percent sign.
    return path;
  }
}

/**
 * A tree may lie deeper than its links say ("/world/news/…" for "/news/…"), or its links may name a folder it was taken out
 * of ("/zh/news/…").
 */
function fromRoot(path: string, from: string): string[] {
  const folders = from.split('/').slice(1, -1);
  const deeper = folders.map((_, depth) => `/${folders.slice(0, depth + 1).join('/')}${path}`);
  return [path, ...deeper, path.slice(path.indexOf('/', 1))];
}

function relativeTo(path: string, from: string): string {
  const parts = from.split('/').slice(1, -1);
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return `/${parts.join('/')}`;
}
