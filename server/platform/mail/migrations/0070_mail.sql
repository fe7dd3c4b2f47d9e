CREATE TABLE mail_messages (
    id INTEGER PRIMARY KEY,
    token TEXT NOT NULL UNIQUE, -- in the Message-ID and the return path; 32 hexadecimal digits
    kind TEXT NOT NULL, -- "<part>.<what it is about>", as "auth.reset"
    recipient TEXT NOT NULL, -- an address in lower case
    recipient_name TEXT NOT NULL,
    language TEXT NOT NULL,
    subject TEXT NOT NULL,
    plain TEXT NOT NULL, -- both empty once the message is settled
    html TEXT NOT NULL,
    state TEXT NOT NULL, -- queued, sent, failed, bounced
    attempts INTEGER NOT NULL DEFAULT 0,
    problem TEXT NOT NULL DEFAULT '', -- what the mail server said last
    queued_at INTEGER NOT NULL,
    give_up_at INTEGER NOT NULL,
    settled_at INTEGER
) STRICT;

CREATE INDEX mail_messages_by_recipient ON mail_messages (recipient, queued_at);
CREATE INDEX mail_messages_by_age ON mail_messages (queued_at);
