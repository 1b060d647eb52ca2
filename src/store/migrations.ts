/**
 * What each version of the database adds to the one before. A migration that has shipped is never edited: a change is
 * a new one at the end. Each runs in a separate transaction.
 *
 * Kept are ids, topics and settings. No text of a message is stored; what a person typed is kept only where a button
 * needs it and it is too long for the button (`long_texts`), and as the words of a follow they set.
 */
export const MIGRATIONS: readonly (readonly string[])[] = [
  [
    `CREATE TABLE long_texts (
      key TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      used_at INTEGER NOT NULL
    )`,
    `CREATE TABLE threads (
      thread_id TEXT PRIMARY KEY,
      guild_id TEXT NOT NULL,
      channel_id TEXT NOT NULL,
      story TEXT NOT NULL,
      event_id TEXT NOT NULL,
      first_posted TEXT,
      last_posted TEXT,
      complete INTEGER NOT NULL DEFAULT 0,
      created_at INTEGER NOT NULL,
      UNIQUE (channel_id, story)
    )`,
    `CREATE TABLE talk (
      channel_id TEXT PRIMARY KEY,
      guild_id TEXT,
      event_ids TEXT NOT NULL,
      at INTEGER NOT NULL
    )`,
    `CREATE TABLE known_events (
      event_id TEXT PRIMARY KEY
    ) WITHOUT ROWID`,
    `CREATE TABLE follows (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      guild_id TEXT,
      channel_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      direct INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('story', 'topic', 'words')),
      subject TEXT NOT NULL,
      label TEXT NOT NULL,
      created_at INTEGER NOT NULL,
      UNIQUE (channel_id, kind, subject)
    )`,
    `CREATE TABLE outbox (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      follow_id INTEGER NOT NULL REFERENCES follows (id) ON DELETE CASCADE,
      events TEXT NOT NULL,
      mark TEXT NOT NULL UNIQUE,
      attempts INTEGER NOT NULL DEFAULT 0,
      attempted_at INTEGER,
      next_attempt_at INTEGER NOT NULL,
      sent_message_id TEXT,
      given_up_at INTEGER,
      created_at INTEGER NOT NULL
    )`,
    'CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE sent_message_id IS NULL AND given_up_at IS NULL',
    `CREATE TABLE digests (
      guild_id TEXT PRIMARY KEY,
      channel_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('on-this-day', 'yesterday')),
      hour INTEGER NOT NULL CHECK (hour BETWEEN 0 AND 23),
      time_zone TEXT NOT NULL,
      set_by TEXT NOT NULL,
      last_posted TEXT,
      attempted_at INTEGER
    )`,
    `CREATE TABLE notes (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    )`,
  ],
  [
    `ALTER TABLE threads ADD COLUMN to_post TEXT NOT NULL DEFAULT '[]'`,
    'ALTER TABLE threads ADD COLUMN batch INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE threads DROP COLUMN complete',
  ],
  // What was mended while the bot was down keeps its path: it is not posted as new.
  ['CREATE TABLE known_paths (path TEXT PRIMARY KEY) WITHOUT ROWID'],
  [
    // Where the bot was refused: for how long, and who has been notified. A week later what was set up there ends.
    `CREATE TABLE refused_channels (
      channel_id TEXT PRIMARY KEY,
      guild_id TEXT,
      since INTEGER NOT NULL,
      told TEXT NOT NULL DEFAULT '[]'
    )`,
    // Servers that were missing at a start; what was set up there is kept for a month.
    `CREATE TABLE absent_guilds (
      guild_id TEXT PRIMARY KEY,
      since INTEGER NOT NULL
    )`,
    // Notices that could not be sent by direct message: shown once in /following.
    `CREATE TABLE notices (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      user_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      channel_id TEXT NOT NULL,
      guild_id TEXT,
      label TEXT NOT NULL,
      at INTEGER NOT NULL
    )`,
    // Channels where mentions of the bot are not answered.
    `CREATE TABLE quiet_channels (
      channel_id TEXT PRIMARY KEY,
      guild_id TEXT NOT NULL
    )`,
    'ALTER TABLE long_texts ADD COLUMN guild_id TEXT',
    'ALTER TABLE long_texts ADD COLUMN user_id TEXT',
    'CREATE INDEX long_texts_used ON long_texts (used_at)',
    `ALTER TABLE follows ADD COLUMN without TEXT NOT NULL DEFAULT ''`,
    'ALTER TABLE follows ADD COLUMN silent INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE follows ADD COLUMN publish INTEGER NOT NULL DEFAULT 0',
    'ALTER TABLE follows ADD COLUMN ping_role TEXT',
    // Several digests a server, daily or weekly, at any minute.
    `CREATE TABLE several_digests (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      guild_id TEXT NOT NULL,
      channel_id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('on-this-day', 'yesterday', 'last-week')),
      minute INTEGER NOT NULL CHECK (minute BETWEEN 0 AND 1439),
      weekday INTEGER CHECK (weekday BETWEEN 0 AND 6),
      time_zone TEXT NOT NULL,
      set_by TEXT NOT NULL,
      last_posted TEXT,
      attempted_at INTEGER,
      next_attempt_at INTEGER NOT NULL DEFAULT 0,
      silent INTEGER NOT NULL DEFAULT 0,
      publish INTEGER NOT NULL DEFAULT 0,
      ping_role TEXT
    )`,
    `INSERT INTO several_digests
      (guild_id, channel_id, kind, minute, time_zone, set_by, last_posted, attempted_at)
      SELECT guild_id, channel_id, kind, hour * 60, time_zone, set_by, last_posted, attempted_at FROM digests`,
    'DROP TABLE digests',
    'ALTER TABLE several_digests RENAME TO digests',
    'CREATE UNIQUE INDEX digests_once ON digests (guild_id, channel_id, kind, COALESCE(weekday, -1))',
  ],
];
