-- CreateTable
CREATE TABLE "SavedView" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "accountName" TEXT NOT NULL,
    "list" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "queryCipher" TEXT NOT NULL,
    "shared" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SavedView_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "SavedView_accountId_list_name_key" ON "SavedView"("accountId", "list", "name");

-- CreateIndex
CREATE INDEX "SavedView_committeeId_list_shared_idx" ON "SavedView"("committeeId", "list", "shared");
