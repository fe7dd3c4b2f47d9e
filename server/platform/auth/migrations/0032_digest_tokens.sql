-- The token stops the daily mail by one tap from it: it gives no other right. Given with the first mail that carries it.
ALTER TABLE auth_digest_readers ADD COLUMN token TEXT;
CREATE UNIQUE INDEX auth_digest_readers_token ON auth_digest_readers (token);
