-- What is over is found without reading all, and of what is over the address is taken away.
CREATE INDEX auth_sessions_by_end ON auth_sessions (expires_at);
CREATE INDEX auth_sessions_with_address ON auth_sessions (expires_at) WHERE address <> '';
