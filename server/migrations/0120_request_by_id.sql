-- Until a table was first analysed, PostgreSQL holds every index that begins with the organ for as good as the primary
-- key, and takes the newest: each row that belongs to a case then looks through all the organ's cases for it. An index
-- on the case alone, made after the others, is taken instead.
create index request_by_id on request (request_id);
