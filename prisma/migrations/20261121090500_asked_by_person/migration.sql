-- How often somebody has asked a register about others is counted over all cases; the schema language knows no partial index.
CREATE INDEX "submission_event_asked" ON "submission_event" ("actor", "type", "at") WHERE "type" LIKE 'register.asked.%';
