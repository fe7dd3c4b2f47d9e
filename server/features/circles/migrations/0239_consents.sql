-- The words by which people are asked for their consent. New words are a new version; what was agreed to before keeps its own.
CREATE TABLE circles_consent_words (
    version INTEGER PRIMARY KEY,
    th TEXT NOT NULL,
    en TEXT NOT NULL,
    made_by INTEGER NOT NULL,
    made_at INTEGER NOT NULL
) STRICT;
INSERT INTO circles_consent_words (version, th, en, made_by, made_at) VALUES (1,
'วงนี้ขอเก็บคำพูด เสียง หรือภาพของท่านไว้ และให้ผู้อื่นได้อ่าน ได้ฟัง หรือได้เห็นเท่าที่ท่านยินยอม ท่านไม่ยินยอมก็ได้ ไม่มีผลต่อการมาร่วมวง และเปลี่ยนใจขอถอนเมื่อใดก็ได้ โดยบอกผู้จัดวง',
'This circle would like to keep your words, voice or picture, and to let others read, hear or see them as far as you agree. You may say no and still take part, and you may take it back at any time by telling those who run the circle.',
0, 0);

-- Who agreed to what, how, and who was there. An adult agrees for themselves, whoever helped is the witness; a guardian agrees for a minor
-- only. It is about a point, or about a photo; what proves it (a voice, a signature, a thumbprint) is a file held by the consent.
CREATE TABLE circles_consents (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    point_id INTEGER REFERENCES circles_points (id),
    photo_id INTEGER,
    consent TEXT NOT NULL CHECK (consent IN ('circle', 'nameless', 'named')),
    giver TEXT NOT NULL,
    guardian TEXT NOT NULL,
    way TEXT NOT NULL CHECK (way IN ('spoken', 'voice', 'signature', 'thumbprint')),
    witness TEXT NOT NULL,
    words_version INTEGER NOT NULL REFERENCES circles_consent_words (version),
    recorded_by INTEGER NOT NULL,
    given_at INTEGER NOT NULL,
    withdrawn_at INTEGER,
    CHECK ((point_id IS NULL) <> (photo_id IS NULL))
) STRICT;
CREATE INDEX circles_consents_by_session ON circles_consents (session_id, id);
