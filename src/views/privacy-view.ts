import { button, buttonRow, linkButton } from './buttons.js';
import { colours } from './colours.js';
import { escapeMarkdown } from './markdown.js';
import { type MessageView, message } from './message.js';
import type { Sentences } from './sentences/sentences.js';

/** How much is kept, as numbers. */
export interface KeptNumbers {
  readonly follows: number;
  readonly digests: number;
  readonly threads: number;
  readonly longTexts: number;
  readonly votes?: number;
}

/** The operator's own pages, or null. */
export interface PolicyLinks {
  readonly privacy: string | null;
  readonly terms: string | null;
  /** The host that questions are sent to for a written answer; null or left out where none is. */
  readonly answers?: string | null;
}

/** What is kept about a person and for their server, with buttons that delete it. */
export function privacyView(
  aboutPerson: KeptNumbers,
  forServer: KeptNumbers | null,
  mayDeleteServer: boolean,
  links: PolicyLinks,
  { privacy }: Sentences,
): MessageView {
  const pages = [
    links.privacy && linkButton(privacy.privacyLink, links.privacy),
    links.terms && linkButton(privacy.termsLink, links.terms),
  ].filter((link) => link !== null && link !== '');
  return message({
    content: links.answers
      ? `${privacy.intro}\n${privacy.answersBy(escapeMarkdown(links.answers))}`
      : privacy.intro,
    embeds: [
      {
        color: colours.story,
        fields: [
          { name: privacy.you, value: privacy.keptAboutYou(aboutPerson) },
          ...(forServer ? [{ name: privacy.server, value: privacy.keptForServer(forServer) }] : []),
        ],
      },
    ],
    rows: [
      buttonRow(
        button(privacy.deleteMine, { kind: 'forget', whose: 'person', sure: 'no' }),
        mayDeleteServer
          ? button(privacy.deleteServer, { kind: 'forget', whose: 'server', sure: 'no' })
          : null,
        ...pages,
      ),
    ],
  });
}

/** Asks whether to delete what is kept. */
export function sureView(whose: 'person' | 'server', { privacy }: Sentences): MessageView {
  return message({
    content: whose === 'person' ? privacy.sureMine : privacy.sureServer,
    rows: [buttonRow(button(privacy.yes, { kind: 'forget', whose, sure: 'yes' }))],
  });
}
