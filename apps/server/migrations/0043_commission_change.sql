-- One fact may move a commission twice (taken back, then refused): what is told is where it stood before and where it stands after.
grant update (status_after) on commission_change to cordee_app;
