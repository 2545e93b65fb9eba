-- The ledger as one SQLite file. Offsets are in characters (Python str indices) into article.text, end exclusive.
-- Lists of names and furniture are JSON arrays. PRAGMA user_version holds the version of this schema (see migrations.py).

CREATE TABLE reading (                     -- what each page gave when it was read, packed: lets an interrupted run go on
  digest      TEXT NOT NULL,               -- of the page's URL and content
  page        TEXT NOT NULL,               -- its path as it was given
  fingerprint TEXT NOT NULL,               -- of the program that read it: another version reads it again
  packed      BLOB NOT NULL,               -- zlib over MessagePack of retold.flow.Reading
  PRIMARY KEY (page, digest)
) WITHOUT ROWID;

CREATE TABLE article (
  number             INTEGER PRIMARY KEY,  -- for the full-text index alone; `id` is what everything refers to
  id                 TEXT NOT NULL UNIQUE,
  page               TEXT NOT NULL,
  url                TEXT,
  outlet             TEXT,
  outlet_evidence    TEXT,
  title              TEXT,
  byline             TEXT NOT NULL,
  published          TEXT,                 -- ISO 8601, as precise as the page is
  published_evidence TEXT,
  updated            TEXT,
  fetched            TEXT,                 -- when the page was got from the web; rows with one url are versions of one page
  language           TEXT,
  section            TEXT,
  text               TEXT NOT NULL,
  furniture          TEXT NOT NULL,        -- [{"kind": …, "text": …}]: what was taken out
  credits            TEXT NOT NULL
);

CREATE TABLE dropped (                     -- pages that became no article, and why
  page   TEXT NOT NULL,
  reason TEXT NOT NULL
);

CREATE TABLE story (
  id    TEXT PRIMARY KEY,
  title TEXT NOT NULL
);

CREATE TABLE story_article (               -- every article is in exactly one story
  article  TEXT PRIMARY KEY REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  story    TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL                -- in order of time
);

CREATE TABLE origin (                      -- where information entered
  id   TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('outlet', 'agency', 'person', 'organisation', 'document'))
);

CREATE TABLE origin_article (              -- an outlet with no row here is a ghost
  origin  TEXT NOT NULL REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED,
  article TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  PRIMARY KEY (origin, article)
);

CREATE TABLE passage (                     -- a span of the later article that was taken from the earlier
  earlier       TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  later         TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  earlier_start INTEGER NOT NULL,
  earlier_end   INTEGER NOT NULL,
  later_start   INTEGER NOT NULL,
  later_end     INTEGER NOT NULL,
  similarity    REAL NOT NULL
);

CREATE TABLE derivation (                  -- this article was made from that article, or from that ghost
  article        TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  source         TEXT NOT NULL,            -- an article's id, or an origin's
  source_article TEXT REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  source_origin  TEXT REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED,
  how            TEXT NOT NULL CHECK (how IN ('verbatim', 'light-edit', 'reworded', 'spun', 'summary', 'translated', 'cited')),
  coverage       REAL,                     -- share of the article's words that it explains; NULL for a citation
  confidence     REAL NOT NULL,
  profile        TEXT,                     -- JSON: shares of words kept, swapped, inserted, dropped, moved
  PRIMARY KEY (article, source),
  CHECK ((source_article IS NULL) <> (source_origin IS NULL))
);

CREATE TABLE evidence (                    -- the words that a derivation rests on
  derivation_article TEXT NOT NULL,
  derivation_source  TEXT NOT NULL,
  position           INTEGER NOT NULL,
  kind               TEXT NOT NULL,
  article            TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  span_start         INTEGER,              -- NULL where the words stand outside the text, as in a credit line
  span_end           INTEGER,
  text               TEXT NOT NULL,
  PRIMARY KEY (derivation_article, derivation_source, position),
  FOREIGN KEY (derivation_article, derivation_source) REFERENCES derivation (article, source) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE statement (                   -- who said what
  id          TEXT PRIMARY KEY,
  article     TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  speaker     TEXT,
  source_kind TEXT NOT NULL,
  via         TEXT,
  stance      TEXT NOT NULL,
  hedged      INTEGER NOT NULL,
  hedge       REAL NOT NULL,               -- 1 for no hedge, lower for weaker
  negated     INTEGER NOT NULL,
  number      INTEGER,                     -- of anonymous people who speak, where told
  rank        TEXT,                        -- the words of rank of an anonymous source
  said_on     TEXT,                        -- ISO 8601, as precise as told
  origin      TEXT REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED
);

CREATE TABLE statement_span (
  statement  TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
  role       TEXT NOT NULL CHECK (role IN ('content', 'cue', 'source')),
  position   INTEGER NOT NULL,
  span_start INTEGER NOT NULL,
  span_end   INTEGER NOT NULL,
  PRIMARY KEY (statement, role, position)
);

CREATE TABLE claim (
  id    TEXT PRIMARY KEY,
  story TEXT NOT NULL REFERENCES story (id) DEFERRABLE INITIALLY DEFERRED,
  text  TEXT NOT NULL,
  state TEXT NOT NULL
);

CREATE TABLE claim_statement (
  claim     TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  statement TEXT NOT NULL REFERENCES statement (id) DEFERRABLE INITIALLY DEFERRED,
  side      TEXT NOT NULL CHECK (side IN ('support', 'deny')),
  position  INTEGER NOT NULL,
  PRIMARY KEY (claim, statement, side)
);

CREATE TABLE claim_origin (                -- the independent origins of the supporting statements
  claim    TEXT NOT NULL REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  origin   TEXT NOT NULL REFERENCES origin (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL,
  PRIMARY KEY (claim, origin)
);

CREATE TABLE change (                      -- what a later telling did to a fact or a quote
  id           TEXT PRIMARY KEY,
  earlier      TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  later        TEXT NOT NULL REFERENCES article (id) DEFERRABLE INITIALLY DEFERRED,
  kind         TEXT NOT NULL,
  before_start INTEGER,                    -- NULL for an addition
  before_end   INTEGER,
  after_start  INTEGER NOT NULL,
  after_end    INTEGER NOT NULL,
  before_text  TEXT NOT NULL,
  after_text   TEXT NOT NULL,
  claim        TEXT REFERENCES claim (id) DEFERRABLE INITIALLY DEFERRED,
  confidence   REAL NOT NULL,
  severity     TEXT NOT NULL
);

CREATE TABLE decision (                    -- what people decided about stories; kept through every later run
  id       TEXT PRIMARY KEY,
  kind     TEXT NOT NULL CHECK (kind IN ('merge', 'split', 'move', 'undo')),
  articles TEXT NOT NULL,                  -- JSON: article ids, which outlive stories
  who      TEXT NOT NULL,
  made     TEXT NOT NULL,                  -- ISO 8601
  why      TEXT NOT NULL,
  undoes   TEXT                            -- for 'undo': the decision that no longer holds
);

CREATE TABLE run_note (                    -- which program wrote the findings: another version works them out again
  name  TEXT PRIMARY KEY,
  value TEXT NOT NULL
);

CREATE INDEX passage_later ON passage (later);
CREATE INDEX passage_earlier ON passage (earlier);
CREATE INDEX statement_article ON statement (article);
CREATE INDEX statement_speaker ON statement (speaker);
CREATE INDEX claim_story ON claim (story);
CREATE INDEX change_later ON change (later);
CREATE INDEX story_article_story ON story_article (story);

CREATE VIRTUAL TABLE article_search USING fts5 (title, text, content = 'article', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2');

CREATE TRIGGER article_added AFTER INSERT ON article BEGIN
  INSERT INTO article_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;

CREATE TRIGGER article_removed AFTER DELETE ON article BEGIN
  INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
