-- CreateEnum
CREATE TYPE "BatchKind" AS ENUM ('MOVE', 'NUMBER');
CREATE TYPE "BatchOutcome" AS ENUM ('DONE', 'SAME', 'LEFT', 'ELSEWHERE', 'NUMBERED');
CREATE TYPE "PlacePostKind" AS ENUM ('HEAD', 'DEPUTY', 'LIAISON');

-- CreateTable
CREATE TABLE "DelegateBatch" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "kind" "BatchKind" NOT NULL,
    "wanted" TEXT NOT NULL,
    "done" INTEGER NOT NULL,
    "skipped" INTEGER NOT NULL,
    "accountId" UUID,
    "accountName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DelegateBatch_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "DelegateBatchItem" (
    "batchId" UUID NOT NULL,
    "delegateId" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "outcome" "BatchOutcome" NOT NULL,

    CONSTRAINT "DelegateBatchItem_pkey" PRIMARY KEY ("batchId","delegateId")
);

CREATE TABLE "PlacePost" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "termId" UUID NOT NULL,
    "delegationId" UUID,
    "groupId" UUID,
    "delegateId" UUID NOT NULL,
    "kind" "PlacePostKind" NOT NULL,
    "fromOn" DATE NOT NULL,
    "untilOn" DATE,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PlacePost_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "PlacePost_one_place" CHECK (num_nonnulls("delegationId", "groupId") = 1)
);

-- CreateIndex
CREATE INDEX "DelegateBatch_committeeId_createdAt_id_idx" ON "DelegateBatch"("committeeId", "createdAt" DESC, "id" DESC);
CREATE INDEX "DelegateBatchItem_delegateId_idx" ON "DelegateBatchItem"("delegateId");
CREATE INDEX "PlacePost_delegationId_idx" ON "PlacePost"("delegationId");
CREATE INDEX "PlacePost_groupId_idx" ON "PlacePost"("groupId");
CREATE INDEX "PlacePost_delegateId_idx" ON "PlacePost"("delegateId");

-- One head at a time, and one post for one person in one place
CREATE UNIQUE INDEX "PlacePost_delegation_head" ON "PlacePost"("delegationId") WHERE kind = 'HEAD' AND "untilOn" IS NULL;
CREATE UNIQUE INDEX "PlacePost_group_head" ON "PlacePost"("groupId") WHERE kind = 'HEAD' AND "untilOn" IS NULL;
CREATE UNIQUE INDEX "PlacePost_holder" ON "PlacePost"("delegateId", COALESCE("delegationId", "groupId")) WHERE "untilOn" IS NULL;

-- AddForeignKey
ALTER TABLE "DelegateBatch" ADD CONSTRAINT "DelegateBatch_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "DelegateBatchItem" ADD CONSTRAINT "DelegateBatchItem_batchId_fkey" FOREIGN KEY ("batchId") REFERENCES "DelegateBatch"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "DelegateBatchItem" ADD CONSTRAINT "DelegateBatchItem_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PlacePost" ADD CONSTRAINT "PlacePost_termId_fkey" FOREIGN KEY ("termId") REFERENCES "Term"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "PlacePost" ADD CONSTRAINT "PlacePost_delegationId_fkey" FOREIGN KEY ("delegationId") REFERENCES "Delegation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PlacePost" ADD CONSTRAINT "PlacePost_groupId_fkey" FOREIGN KEY ("groupId") REFERENCES "DelegateGroup"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "PlacePost" ADD CONSTRAINT "PlacePost_delegateId_fkey" FOREIGN KEY ("delegateId") REFERENCES "Delegate"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whoever leaves a place or the register no longer leads there, whichever way the row was written
CREATE FUNCTION end_place_posts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "PlacePost" SET "untilOn" = GREATEST("fromOn", (now() AT TIME ZONE 'Asia/Shanghai')::date)
    WHERE "delegateId" = NEW.id AND "untilOn" IS NULL
      AND (NEW.status NOT IN ('PENDING_REVIEW', 'ACTIVE', 'SUSPENDED')
        OR "delegationId" <> NEW."delegationId"
        OR "groupId" IS DISTINCT FROM CASE WHEN "groupId" IS NOT NULL THEN NEW."groupId" END);
    RETURN NULL;
END $$;

CREATE TRIGGER "Delegate_posts" AFTER UPDATE ON "Delegate" FOR EACH ROW
WHEN ((OLD.status, OLD."delegationId", OLD."groupId") IS DISTINCT FROM (NEW.status, NEW."delegationId", NEW."groupId"))
EXECUTE FUNCTION end_place_posts();

-- A delegate number is never given to another person of the term, also when the first no longer bears it
CREATE INDEX "DelegatePast_delegateNo_idx" ON "DelegatePast"("committeeId", "delegateNo") WHERE "delegateNo" IS NOT NULL;

CREATE FUNCTION refuse_reused_delegate_no() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF EXISTS (
        SELECT 1 FROM "DelegatePast" h JOIN "Delegate" d ON d.id = h."delegateId"
        WHERE h."committeeId" = NEW."committeeId" AND h."delegateNo" = NEW."delegateNo" AND d."termId" = NEW."termId" AND d.id <> NEW.id
    ) THEN
        RAISE EXCEPTION 'delegate number used before' USING ERRCODE = 'unique_violation', CONSTRAINT = 'Delegate_delegateNo_once',
            DETAIL = format('Key ("termId", "delegateNo")=(%s, %s) was borne by another delegate.', NEW."termId", NEW."delegateNo");
    END IF;
    RETURN NEW;
END $$;

CREATE TRIGGER "Delegate_no_inserted" BEFORE INSERT ON "Delegate" FOR EACH ROW WHEN (NEW."delegateNo" IS NOT NULL) EXECUTE FUNCTION refuse_reused_delegate_no();
CREATE TRIGGER "Delegate_no_changed" BEFORE UPDATE OF "delegateNo" ON "Delegate" FOR EACH ROW
WHEN (NEW."delegateNo" IS NOT NULL AND NEW."delegateNo" IS DISTINCT FROM OLD."delegateNo") EXECUTE FUNCTION refuse_reused_delegate_no();
