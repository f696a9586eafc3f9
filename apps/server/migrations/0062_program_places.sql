-- A program's place among programs and its default plan are dated terms from here on: in force from an instant, learned at another.
-- The table of 0012 holds what programs had then; those opened since get their first entry, for all times.

insert into program_terms (workspace_id, program_id, number, from_at, recorded_at, precedence, plan_id)
select p.workspace_id, p.id, 0, to_timestamp(0), to_timestamp(0), p.precedence, p.plan_id from program p
 where not exists (select 1 from program_terms t where t.workspace_id = p.workspace_id and t.program_id = p.id);

alter table program drop column precedence;
alter table program drop column plan_id;
