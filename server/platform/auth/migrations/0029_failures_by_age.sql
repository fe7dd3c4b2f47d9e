-- Old ones are forgotten with each new one.
CREATE INDEX auth_failures_by_age ON auth_failures (last_at);
