-- CreateTable
CREATE TABLE "ScheduleFeed" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "accountId" UUID NOT NULL,
    "grantId" UUID NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "tokenCipher" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "ScheduleFeed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "ScheduleFeed_grantId_key" ON "ScheduleFeed"("grantId");

-- CreateIndex
CREATE UNIQUE INDEX "ScheduleFeed_tokenHash_key" ON "ScheduleFeed"("tokenHash");

-- CreateIndex
CREATE INDEX "ScheduleFeed_committeeId_idx" ON "ScheduleFeed"("committeeId");

-- AddForeignKey
ALTER TABLE "ScheduleFeed" ADD CONSTRAINT "ScheduleFeed_grantId_fkey" FOREIGN KEY ("grantId") REFERENCES "Grant"("id") ON DELETE CASCADE ON UPDATE CASCADE;
