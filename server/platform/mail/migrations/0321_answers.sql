-- Where such mail is ended by one tap (a page of this installation), and where an answer to it goes; empty where there is neither.
ALTER TABLE mail_messages ADD COLUMN unsubscribe TEXT NOT NULL DEFAULT '';
ALTER TABLE mail_messages ADD COLUMN reply_to TEXT NOT NULL DEFAULT '';
