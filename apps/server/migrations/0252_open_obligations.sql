-- What is still open is little beside all that was ever owed: lists of it, and the clock, need not pass what is settled.
create index obligation_open on obligation (workspace_id, due_on, id)
  where gone_at is null and (last_kind is null or last_kind = 'refused') and told is distinct from 'kept';
