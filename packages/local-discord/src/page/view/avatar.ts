import type { APIUser } from 'discord-api-types/v10';

const colours = ['#5865f2', '#3ba55d', '#e67e22', '#eb459e', '#00a8fc', '#9b59b6', '#f0b232'];

/** A picture for somebody: the bot's calendar, people's initial on a colour of their own. Never from another host. */
export function avatarOf(user: APIUser): string {
  return user.bot ? botAvatar : initialAvatar(user.id, nameOf(user));
}

/** What somebody is called. */
export function nameOf(user: APIUser): string {
  return user.global_name ?? user.username;
}

/** A letter on a colour, as a data address. @param id decides the colour */
export function initialAvatar(id: string, name: string): string {
  const colour = colours[Number(BigInt(id || '0') % BigInt(colours.length))] ?? '#5865f2';
  const letter = [...name.toUpperCase()].find((c) => /[\p{L}\p{N}?]/u.test(c)) ?? '?';
  return svg(
    `<rect width="40" height="40" fill="${colour}"/><text x="20" y="27" font-family="Noto Sans,Helvetica,Arial,sans-serif" font-size="20" font-weight="600" fill="#fff" text-anchor="middle">${letter}</text>`,
  );
}

/** A calendar leaf. */
const botAvatar = svg(
  '<rect width="40" height="40" fill="#2c3e66"/><rect x="9" y="11" width="22" height="20" rx="3" fill="#fff"/><path d="M9 17h22v-3a3 3 0 0 0-3-3H12a3 3 0 0 0-3 3z" fill="#e0524d"/><path d="M14 8v6M26 8v6" stroke="#fff" stroke-width="2.4" stroke-linecap="round"/><path d="M14 24.5l4 3.5 8-7" fill="none" stroke="#2c3e66" stroke-width="2.6" stroke-linecap="round" stroke-linejoin="round"/>',
);

function svg(inner: string): string {
  const text = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40">${inner}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(text)}`;
}
