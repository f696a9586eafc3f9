-- Statements tell of debts under a plan. Months that are closed already, or by a process of the former version, stay as they were printed.
alter table period_closing add column tells_debts boolean not null default false;
