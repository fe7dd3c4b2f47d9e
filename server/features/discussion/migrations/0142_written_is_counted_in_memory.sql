-- Who wrote in the last hour is known to http::Limiter alone.
DROP TABLE discussion_written;
