-- Commissions that wait for approval, are held by somebody of the company, or were refused. What keeps a commission from being
-- released is a sum of bits, as in core/counting/blocks.ts: 1 its review, 2 a hold, 4 a dispute; the status shows the heaviest.
alter table commission add column blocks smallint not null default 0;
update commission set blocks = 4 where status = 'suspended';

alter table commission drop constraint commission_status_check;
alter table commission add constraint commission_status_check check
  (status in ('pending', 'in_review', 'held', 'suspended', 'payable', 'in_payout', 'paid', 'reversed', 'refused'));

-- What waits for somebody's decision: few rows of many.
create index commission_queue on commission (workspace_id, fact_seq, number) where status in ('in_review', 'held');

grant update (blocks) on commission to cordee_app;
