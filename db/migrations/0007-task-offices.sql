-- One step may wait for the same office of several organisations: each community that is asked for its opinion.
drop index task_key;
create unique index task_key on task (case_id, command, coalesce(role, ''), coalesce(org, ''), coalesce(person, ''));
