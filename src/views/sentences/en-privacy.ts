const plural = (n: number, one: string, many: string) =>
  `${new Intl.NumberFormat('en').format(n)} ${n === 1 ? one : many}`;

/** Numbers of what is kept. */
interface Kept {
  readonly follows: number;
  readonly digests: number;
  readonly threads: number;
  readonly longTexts: number;
  readonly votes?: number;
}

const follows = (n: number) => plural(n, 'follow', 'follows');
const digests = (n: number) => plural(n, 'digest', 'digests');
const questions = (n: number) => plural(n, 'long question or search', 'long questions or searches');

/** English: what is kept, and how to have it deleted. */
export const enPrivacy = {
  intro:
    'I keep only what my commands need. I don’t store messages, names or your questions, except long ones that a button has to remember, for up to six months.',
  answersBy: (host: string) =>
    `To write answers, I send each question that I find an answer to, with the events found, to ${host}, a model that this bot’s owner set up. Your name isn’t sent.`,
  you: 'About you',
  keptAboutYou: (kept: Kept) =>
    kept.follows + kept.digests + kept.longTexts + (kept.votes ?? 0) === 0
      ? 'Nothing.'
      : `${follows(kept.follows)} you set up, ${digests(kept.digests)} you set up, ${questions(kept.longTexts)}, ${plural(kept.votes ?? 0, 'vote', 'votes')} on answers.`,
  server: 'About this server',
  keptForServer: (kept: Kept) =>
    kept.follows + kept.digests + kept.threads + kept.longTexts === 0
      ? 'Nothing.'
      : `${follows(kept.follows)}, ${digests(kept.digests)}, ${plural(kept.threads, 'story thread', 'story threads')}, ${questions(kept.longTexts)}. All of it is deleted when I’m removed.`,
  links: 'Read more',
  privacyLink: 'Privacy policy',
  termsLink: 'Terms of service',
  deleteMine: 'Delete my data',
  deleteServer: 'Delete this server’s data',
  sureMine:
    'This stops everything you follow and every digest you set up, in all servers, and deletes your long questions and votes. Buttons that need them stop working. Are you sure?',
  sureServer:
    'This stops everything that is followed in this server and all its digests, and makes me forget its story threads. Are you sure?',
  yes: 'Yes, delete it',
  deletedMine: 'Done. I’ve deleted everything I kept about you.',
  deletedServer: 'Done. I’ve deleted everything I kept for this server.',
  callerMayNot: 'You need Manage Server to delete this server’s data.',
  /** What Discord shows of the command. At most 100 characters. */
  command: 'What I keep about you and this server, and how to delete it',
};
