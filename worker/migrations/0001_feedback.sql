-- What visitors think of answers. Holds no address, no question and no answer.
CREATE TABLE feedback (
  site       TEXT NOT NULL,
  answer_id  TEXT NOT NULL,
  rating     TEXT NOT NULL CHECK (rating IN ('up', 'down')),
  -- JSON list of the protocol's reasons; NULL for none.
  reasons    TEXT,
  -- As the visitor wrote it; NULL for none.
  comment    TEXT,
  -- Seconds since 1970.
  created_at INTEGER NOT NULL,
  -- The row is deleted after this.
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (site, answer_id)
);

CREATE INDEX feedback_by_expiry ON feedback (expires_at);
CREATE INDEX feedback_by_time ON feedback (site, created_at);
