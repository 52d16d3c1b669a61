-- The same for SQLite and PostgreSQL. A column that has an index holds a cut text, so that no record can be too long for it.
-- A change of this file makes another view: the old one is moved aside and rebuilt from the topics.

CREATE TABLE view_state (
    only_row INTEGER PRIMARY KEY,
    store_id TEXT NOT NULL,
    origin TEXT NOT NULL,
    sequence BIGINT NOT NULL
);

CREATE TABLE topic_offset (
    topic TEXT NOT NULL,
    partition_no INTEGER NOT NULL,
    next_offset BIGINT NOT NULL,
    since_millis BIGINT NOT NULL,
    PRIMARY KEY (topic, partition_no)
);

CREATE TABLE warning (
    key_hash TEXT PRIMARY KEY,
    warning_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    source TEXT NOT NULL,
    posting_id TEXT NOT NULL,
    language TEXT NOT NULL,
    verdict TEXT NOT NULL,
    scam_type TEXT,
    score DOUBLE PRECISION NOT NULL,
    campaign_id TEXT,
    at_millis BIGINT NOT NULL,
    sequence BIGINT NOT NULL,
    json TEXT NOT NULL
);

CREATE INDEX warning_by_time ON warning (at_millis, key_hash);
CREATE INDEX warning_by_sequence ON warning (sequence);
CREATE INDEX warning_by_id ON warning (warning_id);
CREATE INDEX warning_by_campaign ON warning (campaign_id, at_millis);

-- What a warning said before: the newest revisions of each, a bounded number.
CREATE TABLE warning_revision (
    key_hash TEXT NOT NULL,
    revision INTEGER NOT NULL,
    at_millis BIGINT NOT NULL,
    verdict TEXT NOT NULL,
    score DOUBLE PRECISION NOT NULL,
    scam_type TEXT,
    campaign_id TEXT,
    reason TEXT,
    PRIMARY KEY (key_hash, revision)
);

CREATE INDEX warning_revision_by_time ON warning_revision (at_millis);

CREATE TABLE campaign (
    key_hash TEXT PRIMARY KEY,
    campaign_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    scam_type TEXT,
    postings BIGINT NOT NULL,
    first_millis BIGINT NOT NULL,
    last_millis BIGINT NOT NULL,
    updated_millis BIGINT NOT NULL,
    merged_into TEXT,
    text_signature TEXT,
    json TEXT NOT NULL
);

CREATE INDEX campaign_by_time ON campaign (last_millis, key_hash);
CREATE INDEX campaign_by_id ON campaign (campaign_id);
CREATE INDEX campaign_by_successor ON campaign (merged_into);

CREATE TABLE campaign_trait (
    trait_hash TEXT NOT NULL,
    key_hash TEXT NOT NULL,
    PRIMARY KEY (trait_hash, key_hash)
);

CREATE INDEX campaign_trait_by_campaign ON campaign_trait (key_hash);

CREATE TABLE trend (
    key_hash TEXT PRIMARY KEY,
    window_start BIGINT NOT NULL,
    window_hours INTEGER NOT NULL,
    dimension TEXT NOT NULL,
    trend_value TEXT NOT NULL,
    postings BIGINT NOT NULL,
    likely BIGINT NOT NULL,
    unsure BIGINT NOT NULL,
    revision INTEGER NOT NULL,
    json TEXT NOT NULL
);

CREATE INDEX trend_by_time ON trend (window_start, key_hash);

CREATE TABLE review (
    review_hash TEXT PRIMARY KEY,
    target_hash TEXT NOT NULL,
    reviewer TEXT NOT NULL,
    judgement TEXT NOT NULL,
    at_millis BIGINT NOT NULL,
    content_hash TEXT NOT NULL,
    json TEXT NOT NULL
);

CREATE INDEX review_by_target ON review (target_hash, at_millis);
CREATE INDEX review_by_time ON review (at_millis);
