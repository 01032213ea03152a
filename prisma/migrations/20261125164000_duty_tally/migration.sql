-- What the ledger holds, by unit, kind, state, origin and year: the sum of these rows is the number of records. Every
-- statement that writes records adds its difference in the same transaction and changes no row, so that nobody waits.

-- CreateTable
CREATE TABLE "DutyTally" (
    "seq" BIGSERIAL NOT NULL,
    "committeeId" UUID NOT NULL,
    "unitId" UUID NOT NULL,
    "kind" "DutyKind" NOT NULL,
    "state" "DutyState" NOT NULL,
    "origin" "DutyOrigin" NOT NULL,
    "year" INTEGER NOT NULL,
    "times" INTEGER NOT NULL,
    "hours" DECIMAL(14,1) NOT NULL,
    "reached" BIGINT NOT NULL,

    CONSTRAINT "DutyTally_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "DutyTally_committeeId_unitId_idx" ON "DutyTally"("committeeId", "unitId");

-- A record that waits for an answer to its dispute is looked for among few.
CREATE INDEX "Duty_disputed" ON "Duty"("committeeId", "unitId") WHERE "disputedAt" IS NOT NULL AND "settledAt" IS NULL;

CREATE FUNCTION tally_duties() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO "DutyTally" ("committeeId", "unitId", kind, state, origin, year, times, hours, reached)
    SELECT "committeeId", "unitId", kind, state, origin, extract(year FROM "heldOn"), count(*), coalesce(sum(hours), 0), coalesce(sum(reached), 0) FROM added GROUP BY 1, 2, 3, 4, 5, 6;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO "DutyTally" ("committeeId", "unitId", kind, state, origin, year, times, hours, reached)
    SELECT "committeeId", "unitId", kind, state, origin, extract(year FROM "heldOn"), -count(*), -coalesce(sum(hours), 0), -coalesce(sum(reached), 0) FROM removed GROUP BY 1, 2, 3, 4, 5, 6;
  ELSE
    INSERT INTO "DutyTally" ("committeeId", "unitId", kind, state, origin, year, times, hours, reached)
    SELECT "committeeId", "unitId", kind, state, origin, extract(year FROM "heldOn"), sum(n), coalesce(sum(n * hours), 0), coalesce(sum(n * reached), 0)
    FROM (SELECT a."committeeId", a."unitId", a.kind, a.state, a.origin, a."heldOn", a.hours, a.reached, 1 AS n FROM added a
          UNION ALL SELECT r."committeeId", r."unitId", r.kind, r.state, r.origin, r."heldOn", r.hours, r.reached, -1 FROM removed r) d
    GROUP BY 1, 2, 3, 4, 5, 6 HAVING sum(n) <> 0 OR coalesce(sum(n * hours), 0) <> 0 OR coalesce(sum(n * reached), 0) <> 0;
  END IF;
  RETURN NULL;
END $$;

CREATE TRIGGER "Duty_tally_added" AFTER INSERT ON "Duty" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_duties();
CREATE TRIGGER "Duty_tally_changed" AFTER UPDATE ON "Duty" REFERENCING OLD TABLE AS removed NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION tally_duties();
CREATE TRIGGER "Duty_tally_removed" AFTER DELETE ON "Duty" REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION tally_duties();

INSERT INTO "DutyTally" ("committeeId", "unitId", kind, state, origin, year, times, hours, reached)
SELECT "committeeId", "unitId", kind, state, origin, extract(year FROM "heldOn"), count(*), coalesce(sum(hours), 0), coalesce(sum(reached), 0) FROM "Duty" GROUP BY 1, 2, 3, 4, 5, 6;
