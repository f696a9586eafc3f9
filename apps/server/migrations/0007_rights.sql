-- Second lock behind the code's own checks: the application role sees one workspace at a time, adds to the books and never edits them.
do $$
declare
  name text;
begin
  foreach name in array array['membership', 'api_key', 'audit', 'idempotency', 'partner', 'partner_history', 'program', 'plan',
    'plan_version', 'enrollment', 'enrollment_state', 'enrollment_plan', 'certificate', 'link', 'coupon', 'code_owner', 'click',
    'click_daily', 'click_daily_total', 'fact', 'fact_head', 'customer', 'connection', 'hook_event', 'import', 'import_reject',
    'import_mapping', 'count_head', 'decision', 'commission', 'reversal', 'ledger_transaction', 'posting', 'balance_snapshot',
    'snapshot_head', 'counter', 'payout']
  loop
    execute format('alter table %I enable row level security', name);
    execute format($p$create policy own_workspace on %I for all to cordee_app
      using (workspace_id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
        or (select current_setting('cordee.workspace_id', true)) = '*')$p$, name);
  end loop;
end $$;

alter table workspace enable row level security;
create policy own_workspace on workspace for all to cordee_app
  using (id = (select nullif(nullif(current_setting('cordee.workspace_id', true), ''), '*')::uuid)
    or (select current_setting('cordee.workspace_id', true)) = '*');

-- A published plan version never changes.
create policy published_is_final on plan_version as restrictive for update to cordee_app
  using (published_at is null) with check (true);

grant select, insert, update on workspace, membership, api_key, partner, program, plan, plan_version, enrollment, link, coupon,
  customer, connection, hook_event, import, import_mapping, payout, fact_head, count_head, snapshot_head to cordee_app;
grant delete on membership, idempotency, hook_event, import_reject, click, counter, click_daily,
  click_daily_total, balance_snapshot to cordee_app;
grant select, insert on audit, idempotency, partner_history, enrollment_state, enrollment_plan, certificate, code_owner,
  import_reject, fact, decision, commission, reversal, ledger_transaction, posting, click to cordee_app;
grant select, insert, update on click_daily, click_daily_total, balance_snapshot, counter, rollup_cursor to cordee_app;
grant insert on fact_0, decision_0, commission_0, reversal_0, ledger_transaction_0, posting_0 to cordee_app;
grant update (status, reversed, payout_seq) on commission to cordee_app;
grant usage on sequence click_seq to cordee_app;
