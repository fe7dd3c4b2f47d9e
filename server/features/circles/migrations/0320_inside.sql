-- Photos and voices of a session that stay in its circle, because somebody on them agreed to no more or took back that they had: held by
-- `holder`, no longer by the session, so that no page, paper or link outside shows them.
CREATE TABLE circles_insides (
    session_id INTEGER PRIMARY KEY REFERENCES circles_sessions (id),
    holder INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX circles_consents_by_photo ON circles_consents (photo_id, id);
