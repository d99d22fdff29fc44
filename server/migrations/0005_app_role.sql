-- What the running program may do. It may add events and audit entries; it may never change or delete them.
-- A later migration that creates a table grants what the program needs of it, and no more.
grant usage on schema public to mingfu_app;
grant select, insert, update, delete on all tables in schema public to mingfu_app;
revoke update, delete on request_event, document_event, annual_report_event, audit_entry, secrecy_review from mingfu_app;
revoke delete on request, applicant, request_evidence, letter, dispute, document, annual_report, counter from mingfu_app;
revoke insert, update, delete on migration, migration_lock from mingfu_app;
