-- A password handed over on paper opens nothing but the choice of one's own, and only for a few days.
alter table passwords add column temporary_until timestamptz;
