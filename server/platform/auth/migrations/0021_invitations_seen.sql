-- What other parts read: who is invited and has not come yet.
CREATE VIEW auth_v_invitations AS SELECT person_id, expires_at FROM auth_invitations;
