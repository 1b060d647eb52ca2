import { randomUUID } from 'node:crypto';
import { DiscordAPIError, type Message } from 'discord.js';
import type { Logger } from 'pino';
import { type Answer, mainEvent } from '../../archive/answer.js';
import { StillReading } from '../../archive/late-archive.js';
import { today } from '../../clock.js';
import type { CalendarDate } from '../../events/calendar-date.js';
import type { NewsEvent } from '../../events/event.js';
import { answerView } from '../../views/answer-view.js';
import { textRoom } from '../../views/component-id.js';
import { hint } from '../../views/hint.js';
import { type MessageView, withoutFiles } from '../../views/message.js';
import { packText } from '../../views/packed-text.js';
import { type Sentences, sentencesFor } from '../../views/sentences/sentences.js';
import { ITEMS_PER_PAGE, isSeveral, severalView } from '../../views/several-view.js';
import { withWritten } from '../../views/written-view.js';
import type { Services } from '../asked.js';
import type { Counts } from '../counts.js';
import { plainlyAsked } from '../outcomes/plainly-asked.js';
import { posted } from '../payload.js';
import { plainQuestion } from '../plain-question.js';
import { withoutTypedCommand } from '../small-talk.js';
import { OneAtATime } from '../threads/one-at-a-time.js';
import { questionFor } from './addressed.js';
import { Cooldown } from './cooldown.js';
import { LastAsked } from './last-asked.js';
import { wayToWrite } from './may-write.js';
import { spokenOf, storyAround } from './spoken-of.js';

/** At most this many questions may wait in a channel, which takes Discord some 20 seconds; more are passed over. */
const MOST_WAITING = 20;

/** The event an answer leaves to go on from: its main one, or the closest that it showed. */
function spokenIn(answer: Answer): string[] {
  const event = mainEvent(answer) ?? answer.hits[0]?.event;
  return event ? [event.id] : [];
}

/** Answers people who mention the bot, reply to it or write to it: one at a time in a channel, without a ping. */
export class TalkListener {
  readonly #services: Services;
  readonly #log: Logger;
  readonly #counts: Counts;
  readonly #channels = new OneAtATime();
  readonly #waiting = new Map<string, number>();
  /** Channels that were notified that too many wait, until none does. */
  readonly #crowded = new Set<string>();
  readonly #cooldown = new Cooldown();
  readonly #asked = new LastAsked();
  readonly #running = new Set<Promise<void>>();

  constructor(services: Services, log: Logger, counts: Counts) {
    this.#services = services;
    this.#log = log;
    this.#counts = counts;
  }

  /** Hears a message, and answers where it is for the bot. Never rejects. */
  async hear(message: Message): Promise<void> {
    const work = this.#hear(message).catch((error) => this.#failed(message, error));
    this.#running.add(work);
    await work;
    this.#running.delete(work);
  }

  /** Resolves once nothing is being answered any more. */
  async idle(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #hear(message: Message): Promise<void> {
    const { channelId, author, client, guildId } = message;
    const question = questionFor(client.user.id, {
      content: message.content,
      byMachine: author.bot || message.webhookId !== null || message.system,
      isDirect: guildId === null,
      mentionsMe: message.mentions.users.has(client.user.id),
    });
    if (question === null) return;
    if (await this.#services.quietChannels?.has(channelId)) return;
    const say = sentencesFor(message.guild?.preferredLocale ?? 'en');
    const waiting = this.#waiting.get(channelId) ?? 0;
    if (waiting >= MOST_WAITING) {
      if (this.#crowded.has(channelId)) return;
      this.#crowded.add(channelId);
      return this.#inTurn(channelId, () => this.#write(message, hint(say.talk.crowded)));
    }
    const allowed = this.#cooldown.take(author.id);
    if (allowed.kind === 'pass-over') return;
    await this.#inTurn(channelId, async () => {
      if (allowed.kind === 'hold') await this.#write(message, hint(say.talk.slower(allowed.seconds)));
      else if (question === '') await this.#write(message, hint(say.talk.askMe));
      else await this.#answer(message, withoutTypedCommand(question), say);
    });
  }

  /** Does what a message asks for after what is waiting in its channel. */
  async #inTurn(channelId: string, work: () => Promise<unknown>): Promise<void> {
    this.#waiting.set(channelId, (this.#waiting.get(channelId) ?? 0) + 1);
    try {
      await this.#channels.run(channelId, work);
    } finally {
      const left = (this.#waiting.get(channelId) ?? 1) - 1;
      if (left > 0) this.#waiting.set(channelId, left);
      else {
        this.#waiting.delete(channelId);
        this.#crowded.delete(channelId);
      }
    }
  }

  async #answer(message: Message, question: string, say: Sentences): Promise<void> {
    const { archive, clock, talk } = this.#services;
    const began = performance.now();
    const asked = plainQuestion(question);
    const day = today(clock);
    const plainly = await plainlyAsked(asked, { ...this.#services, say, today: day });
    const spoken = plainly ? [] : await spokenOf(message, this.#services);
    // The question may mean nothing without what was said before, so the menu opens events and does not ask again.
    const found = plainly
      ? null
      : await archive.ask(asked, {
          today: day,
          about: spoken,
          before: this.#askedOf(message.channelId, spoken[0]),
          within: await storyAround(message, this.#services),
        });
    const asker = { userId: message.author.id, guildId: message.guildId };
    const built = found ? await this.#viewOf(found, { ...asker, say, day }) : plainly?.view;
    const written = found && !found.several ? await this.#services.writer?.write(asked, found, asker) : null;
    const view = built && written ? withWritten(built, written, say) : built;
    const isWritten = view !== undefined && (await this.#write(message, view));
    const about = plainly?.kind === 'show' ? (plainly.about ?? []) : found ? spokenIn(found) : [];
    if (isWritten && about.length > 0) {
      await talk.spokeOf(message.channelId, message.guildId, about);
      // After a page of a day or a topic there is no question to ask again.
      this.#asked.note(message.channelId, found?.asked ?? null);
    }
    this.#counts.ended('talk', 'answered', began);
  }

  /**
   * What an answer says. What several events answer is paged with buttons, which ask the full question again; nothing else of
   * a message asks again.
   */
  async #viewOf(
    answer: Answer,
    { say, day, ...owner }: { say: Sentences; day: CalendarDate; userId: string; guildId: string | null },
  ): Promise<MessageView> {
    if (!isSeveral(answer)) return answerView(answer, say, { kind: 'event', menu: 0 });
    if (answer.several.items.length <= ITEMS_PER_PAGE) return severalView(answer, say);
    const { longTexts } = this.#services;
    const full = answer.understood.rewritten ?? answer.question;
    const question = await packText(longTexts.for?.(owner) ?? longTexts, textRoom.several, full);
    return severalView(answer, say, 0, (page) => ({ kind: 'several', page, on: day, question }));
  }

  /** What the last question asked, unless another answer has been spoken of since: of a command, or one replied to. */
  #askedOf(channelId: string, spoken: NewsEvent | undefined) {
    const asked = this.#asked.of(channelId);
    return asked?.answer?.event === spoken?.id ? asked : null;
  }

  /** Writes an answer under a message; false where the bot may not write there. */
  async #write(message: Message, view: MessageView): Promise<boolean> {
    const way = wayToWrite(message);
    if (!way || !message.channel.isSendable()) {
      this.#log.debug({ channel: message.channelId }, 'mentioned where the bot may not write');
      return false;
    }
    const { embeds, ...rest } = posted(way.withFiles ? view : withoutFiles(view), this.#services.layout);
    await message.channel.send({
      ...rest,
      ...(way.withEmbeds && embeds && { embeds }),
      ...(way.asReply && { reply: { messageReference: message.id, failIfNotExists: false } }),
      allowedMentions: { parse: [], repliedUser: false },
    });
    return true;
  }

  async #failed(message: Message, error: unknown): Promise<void> {
    if (error instanceof StillReading) {
      const { reading } = sentencesFor(message.guild?.preferredLocale ?? 'en');
      await this.#write(message, hint(reading(error.percent))).catch(() => undefined);
      return;
    }
    this.#counts.add('talk failed');
    if (error instanceof DiscordAPIError && error.status < 500)
      return this.#log.warn({ err: error, channel: message.channelId }, 'an answer could not be written');
    const errorId = randomUUID().slice(0, 8);
    this.#log.error({ err: error, errorId, channel: message.channelId }, 'a mention could not be answered');
    const say = sentencesFor(message.guild?.preferredLocale ?? 'en');
    await this.#write(message, hint(say.errors.unexpected(errorId))).catch(() => undefined);
  }
}
