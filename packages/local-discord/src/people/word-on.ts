import { PermissionFlagsBits as Bits } from 'discord-api-types/v10';
import type { Account, World } from '../world/world.js';

/** What sets a person apart, in a few words; empty for people like any other. */
export function wordOn(world: World, account: Account): string {
  const { home, bot } = world;
  if (account === bot) return '';
  const roles = (home.members.get(account.user.id)?.roles ?? []).flatMap((id) => home.roles.get(id) ?? []);
  const runsIt =
    home.ownerId === account.user.id ||
    roles.some((r) => (BigInt(r.permissions) & Bits.Administrator) !== 0n);
  const words = [
    runsIt && 'runs the server',
    roles.some((role) => role.name === 'No threads') && 'may open no threads',
    account.installedApp && 'brings the app along anywhere',
    !account.dmsOpen && 'takes no direct messages',
    account.locale.startsWith('fr') && 'has Discord in French',
  ];
  return words.filter((word) => word !== false).join(' · ');
}
