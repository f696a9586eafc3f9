-- What waits for a decision is looked for whenever somebody opens the first screen; what is decided is never read for it.
create index contribution_waiting on contribution (workspace_id, id) where state = 'waiting';
