-- The one tap that ends mail about a topic of circles, for a person or for an address without an account (person_id 0). The token gives no
-- other right, and stands in every such mail anew, so it is kept as it is. Without ended_at it has not been tapped.
CREATE TABLE circles_mail_ends (
    person_id INTEGER NOT NULL,
    address TEXT NOT NULL,
    topic TEXT NOT NULL CHECK (topic IN ('turns', 'agreements', 'pledges', 'follow_ups', 'invitations', 'thanks')),
    token TEXT NOT NULL UNIQUE,
    ended_at INTEGER,
    PRIMARY KEY (person_id, address, topic)
) STRICT;

-- Who was invited to a session by mail: a person, or a name with an address. answer: of those without an account; a person's stands among
-- the session's people.
CREATE TABLE circles_invitations (
    id INTEGER PRIMARY KEY,
    session_id INTEGER NOT NULL REFERENCES circles_sessions (id),
    person_id INTEGER NOT NULL,
    address TEXT NOT NULL,
    name TEXT NOT NULL,
    answer TEXT CHECK (answer IN ('yes', 'no', 'maybe')),
    UNIQUE (session_id, person_id, address)
) STRICT;

-- Each mail that went out, with the hash of the token by which it is answered: an older mail goes on working when it is sent again.
CREATE TABLE circles_invitation_mails (
    token_hash BLOB PRIMARY KEY,
    invitation_id INTEGER NOT NULL REFERENCES circles_invitations (id),
    sent_by INTEGER NOT NULL,
    sent_at INTEGER NOT NULL
) STRICT;
CREATE INDEX circles_invitation_mails_by_invitation ON circles_invitation_mails (invitation_id);
CREATE INDEX circles_invitation_mails_by_sender ON circles_invitation_mails (sent_by, sent_at);

-- Who was thanked by mail for having come, once each.
CREATE TABLE circles_thanked (
    session_id INTEGER NOT NULL,
    person_id INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (session_id, person_id)
) STRICT;
