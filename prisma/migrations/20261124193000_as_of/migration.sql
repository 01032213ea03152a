-- Every status runs until the next one takes effect
ALTER TABLE "DelegateStatusEvent" ADD COLUMN "untilOn" DATE;

UPDATE "DelegateStatusEvent" e SET "untilOn" = n.next
FROM (
    SELECT id, lead("effectiveOn") OVER (PARTITION BY "delegateId" ORDER BY "effectiveOn", "recordedAt", id) AS next FROM "DelegateStatusEvent"
) n
WHERE n.id = e.id AND n.next IS NOT NULL;

-- What the register said of a mandate before it was changed
CREATE TABLE "DelegatePast" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE NOT NULL,
    "unitId" UUID NOT NULL,
    "unitName" TEXT NOT NULL,
    "delegationId" UUID NOT NULL,
    "delegationName" TEXT NOT NULL,
    "groupId" UUID,
    "groupName" TEXT,
    "delegateNo" TEXT,
    "primaryCategory" "PrimaryCategory",
    "flags" "DelegateFlag"[],
    "education" CHAR(2),
    "degree" CHAR(1),
    "school" TEXT,
    "employer" TEXT,
    "position" TEXT,
    "rank" TEXT,
    "professionalTitle" TEXT,

    CONSTRAINT "DelegatePast_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "DelegatePast_delegateId_untilOn_idx" ON "DelegatePast"("delegateId", "untilOn");

ALTER TABLE "DelegatePast" ADD CONSTRAINT "DelegatePast_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Keeps the row as it stands, up to today; of several changes on one day only the first leaves a past.
CREATE FUNCTION keep_delegate_past(d "Delegate") RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    today date := (now() AT TIME ZONE 'Asia/Shanghai')::date;
    since date := COALESCE(
        (SELECT max(h."untilOn") FROM "DelegatePast" h WHERE h."delegateId" = d.id),
        (SELECT min(s."effectiveOn") FROM "DelegateStatusEvent" s WHERE s."committeeId" = d."committeeId" AND s."delegateId" = d.id),
        (d."createdAt" AT TIME ZONE 'Asia/Shanghai')::date);
BEGIN
    IF since >= today THEN RETURN; END IF;
    INSERT INTO "DelegatePast" (id, "committeeId", "delegateId", "fromOn", "untilOn", "unitId", "unitName", "delegationId", "delegationName", "groupId", "groupName",
        "delegateNo", "primaryCategory", flags, education, degree, school, employer, position, rank, "professionalTitle")
    SELECT gen_random_uuid(), d."committeeId", d.id, since, today, d."unitId", u.name, d."delegationId", t.name, d."groupId", g.name,
        d."delegateNo", d."primaryCategory", d.flags, d.education, d.degree, d.school, d.employer, d.position, d.rank, d."professionalTitle"
    FROM "Unit" u CROSS JOIN "Delegation" t LEFT JOIN "DelegateGroup" g ON g.id = d."groupId"
    WHERE u.id = d."unitId" AND t.id = d."delegationId";
END $$;

CREATE FUNCTION delegate_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM keep_delegate_past(OLD);
    RETURN NEW;
END $$;

CREATE TRIGGER "Delegate_past" BEFORE UPDATE ON "Delegate" FOR EACH ROW
WHEN ((OLD."unitId", OLD."delegationId", OLD."groupId", OLD."delegateNo", OLD."primaryCategory", OLD.flags, OLD.education, OLD.degree, OLD.school, OLD.employer, OLD.position, OLD.rank, OLD."professionalTitle")
    IS DISTINCT FROM (NEW."unitId", NEW."delegationId", NEW."groupId", NEW."delegateNo", NEW."primaryCategory", NEW.flags, NEW.education, NEW.degree, NEW.school, NEW.employer, NEW.position, NEW.rank, NEW."professionalTitle"))
EXECUTE FUNCTION delegate_changes();

-- A new name of a place changes what the register says of everybody in it; before the change the old one still stands.
CREATE FUNCTION place_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_TABLE_NAME = 'Unit' THEN
        PERFORM keep_delegate_past(d) FROM "Delegate" d WHERE d."committeeId" = OLD."committeeId" AND d."unitId" = OLD.id;
    ELSIF TG_TABLE_NAME = 'Delegation' THEN
        PERFORM keep_delegate_past(d) FROM "Delegate" d WHERE d."committeeId" = OLD."committeeId" AND d."termId" = OLD."termId" AND d."delegationId" = OLD.id;
    ELSE
        PERFORM keep_delegate_past(d) FROM "Delegate" d WHERE d."committeeId" = OLD."committeeId" AND d."termId" = OLD."termId" AND d."groupId" = OLD.id;
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "Unit_past" BEFORE UPDATE ON "Unit" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION place_renamed();
CREATE TRIGGER "Delegation_past" BEFORE UPDATE ON "Delegation" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION place_renamed();
CREATE TRIGGER "DelegateGroup_past" BEFORE UPDATE ON "DelegateGroup" FOR EACH ROW WHEN (OLD.name IS DISTINCT FROM NEW.name) EXECUTE FUNCTION place_renamed();
