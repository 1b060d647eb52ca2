CREATE TABLE migrations (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL);
CREATE TABLE long_texts (
      key TEXT PRIMARY KEY,
      text TEXT NOT NULL,
      used_at INTEGER NOT NULL
    , guild_id TEXT, user_id TEXT);
CREATE TABLE threads (
      thread_id TEXT PRIMARY KEY,
      guild_id TEXT NOT NULL,
      channel_id TEXT NOT NULL,
      story TEXT NOT NULL,
      event_id TEXT NOT NULL,
      first_posted TEXT,
      last_posted TEXT,
      created_at INTEGER NOT NULL, to_post TEXT NOT NULL DEFAULT '[]', batch INTEGER NOT NULL DEFAULT 0,
      UNIQUE (channel_id, story)
    );
CREATE TABLE talk (
      channel_id TEXT PRIMARY KEY,
      guild_id TEXT,
      event_ids TEXT NOT NULL,
      at INTEGER NOT NULL
    );
CREATE TABLE known_events (
      event_id TEXT PRIMARY KEY
    ) WITHOUT ROWID;
CREATE TABLE follows (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      guild_id TEXT,
      channel_id TEXT NOT NULL,
      user_id TEXT NOT NULL,
      direct INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('story', 'topic', 'words')),
      subject TEXT NOT NULL,
      label TEXT NOT NULL,
      created_at INTEGER NOT NULL, without TEXT NOT NULL DEFAULT '', silent INTEGER NOT NULL DEFAULT 0, publish INTEGER NOT NULL DEFAULT 0, ping_role TEXT,
      UNIQUE (channel_id, kind, subject)
    );
CREATE TABLE outbox (
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
    );
CREATE TABLE notes (
      name TEXT PRIMARY KEY,
      value TEXT NOT NULL
    );
CREATE TABLE known_paths (path TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE refused_channels (
      channel_id TEXT PRIMARY KEY,
      guild_id TEXT,
      since INTEGER NOT NULL,
      told TEXT NOT NULL DEFAULT '[]'
    );
CREATE TABLE absent_guilds (
      guild_id TEXT PRIMARY KEY,
      since INTEGER NOT NULL
    );
CREATE TABLE notices (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      user_id TEXT NOT NULL,
      kind TEXT NOT NULL,
      channel_id TEXT NOT NULL,
      guild_id TEXT,
      label TEXT NOT NULL,
      at INTEGER NOT NULL
    );
CREATE TABLE quiet_channels (
      channel_id TEXT PRIMARY KEY,
      guild_id TEXT NOT NULL
    );
CREATE TABLE "digests" (
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
    );
INSERT INTO migrations VALUES (1, '2026-11-30T22:18:39.469Z');
INSERT INTO migrations VALUES (2, '2026-11-30T22:18:39.662Z');
INSERT INTO migrations VALUES (3, '2026-11-30T22:18:39.738Z');
INSERT INTO migrations VALUES (4, '2026-11-30T22:18:39.771Z');
INSERT INTO long_texts VALUES ('c2vINKJ4iFOT', 'a very long question', 1793520060000, '1', '7');
INSERT INTO long_texts VALUES ('xg6m4fUTvJlO', 'nobody’s text', 1793520060000, NULL, NULL);
INSERT INTO threads VALUES ('5', '1', '10', 'topic:bridge', 'e5', 'e5', 'e7', 1793520060000, '["e6","e7"]', 2);
INSERT INTO talk VALUES ('10', '1', '["a","b"]', 1793520060000);
INSERT INTO known_events VALUES ('a');
INSERT INTO known_events VALUES ('b');
INSERT INTO known_events VALUES ('c');
INSERT INTO known_events VALUES ('d');
INSERT INTO known_events VALUES ('x');
INSERT INTO known_events VALUES ('y');
INSERT INTO follows VALUES (1, '1', '10', '7', 0, 'topic', 'Halden bridge affair', 'Halden bridge affair', 1793520000000, '', 0, 0, NULL);
INSERT INTO follows VALUES (2, '1', '11', '7', 0, 'words', 'Tista''s ferry', 'Tista''s ferry', 1793520000000, 'football, world cup', 1, 1, '55');
INSERT INTO follows VALUES (3, NULL, '30', '7', 1, 'story', 'e5', 'The bridge — “closed”', 1793520000000, '', 0, 0, NULL);
INSERT INTO outbox VALUES (1, 1, '[{"id":"x","path":"/x.md"}]', 'sAjIy8XOP1fW', 1, 1793520060000, 1793520002000, '900', NULL, 1793520000000);
INSERT INTO outbox VALUES (2, 2, '[{"id":"x","path":"/x.md"}]', 'J-1YL8N8UJgg', 1, 1793520060000, 1793520002000, NULL, NULL, 1793520000000);
INSERT INTO outbox VALUES (3, 3, '[{"id":"x","path":"/x.md"}]', 'eLPzptGzdbbX', 0, NULL, 1793520002000, NULL, 1793520060000, 1793520000000);
INSERT INTO outbox VALUES (4, 1, '[{"id":"y","path":"/y.md"}]', 'Y3Mqec-T3HKE', 0, NULL, 1793520062000, NULL, NULL, 1793520060000);
INSERT INTO notes VALUES ('application', '100000000000000001');
INSERT INTO known_paths VALUES ('/a.md');
INSERT INTO known_paths VALUES ('/b.md');
INSERT INTO known_paths VALUES ('/c.md');
INSERT INTO known_paths VALUES ('/d.md');
INSERT INTO known_paths VALUES ('/x.md');
INSERT INTO known_paths VALUES ('/y.md');
INSERT INTO refused_channels VALUES ('12', '1', 1793520060000, '["7"]');
INSERT INTO absent_guilds VALUES ('9', 1793520060000);
INSERT INTO notices VALUES (1, '7', 'follow-ended', '10', '1', 'Brexit', 1793520060000);
INSERT INTO quiet_channels VALUES ('13', '1');
INSERT INTO digests VALUES (1, '1', '10', 'yesterday', 480, NULL, 'Europe/Oslo', '7', '2026-10-31', 1793520060000, 0, 0, 0, NULL);
INSERT INTO digests VALUES (2, '1', '10', 'last-week', 545, 1, 'Europe/Oslo', '7', NULL, NULL, 0, 1, 0, '56');
CREATE INDEX outbox_due ON outbox (next_attempt_at) WHERE sent_message_id IS NULL AND given_up_at IS NULL;
CREATE INDEX long_texts_used ON long_texts (used_at);
CREATE UNIQUE INDEX digests_once ON digests (guild_id, channel_id, kind, COALESCE(weekday, -1));
UPDATE sqlite_sequence SET seq = 2 WHERE name = 'digests';
UPDATE sqlite_sequence SET seq = 3 WHERE name = 'follows';
UPDATE sqlite_sequence SET seq = 4 WHERE name = 'outbox';
UPDATE sqlite_sequence SET seq = 1 WHERE name = 'notices';
