-- How often what happened in the element. Holds no visitor, no time of day and no text.
CREATE TABLE event_counts (
  site  TEXT NOT NULL,
  -- ISO 8601 date.
  day   TEXT NOT NULL,
  name  TEXT NOT NULL,
  -- Empty for an event that comes in one kind only.
  kind  TEXT NOT NULL,
  count INTEGER NOT NULL,
  PRIMARY KEY (site, day, name, kind)
) WITHOUT ROWID;
