-- By the clock of when a job was put off until it is due: who finds that this is yet to come knows that the clock was set back.
ALTER TABLE jobs_queue ADD COLUMN put_off_at INTEGER NOT NULL DEFAULT 0;
CREATE INDEX jobs_queue_put_off ON jobs_queue (put_off_at) WHERE state = 'waiting';
