-- CreateEnum
CREATE TYPE "CalendarDayKind" AS ENUM ('HOLIDAY', 'MAKE_UP');

-- CreateTable
CREATE TABLE "CalendarYear" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "document" TEXT NOT NULL,
    "accountName" TEXT NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "CalendarYear_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "CalendarDay" (
    "id" UUID NOT NULL,
    "committeeId" UUID NOT NULL,
    "yearId" UUID NOT NULL,
    "on" DATE NOT NULL,
    "kind" "CalendarDayKind" NOT NULL,
    "name" TEXT NOT NULL,

    CONSTRAINT "CalendarDay_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "CalendarYear_committeeId_year_key" ON "CalendarYear"("committeeId", "year");
CREATE UNIQUE INDEX "CalendarDay_yearId_on_key" ON "CalendarDay"("yearId", "on");

-- AddForeignKey
ALTER TABLE "CalendarDay" ADD CONSTRAINT "CalendarDay_yearId_fkey" FOREIGN KEY ("yearId") REFERENCES "CalendarYear"("id") ON DELETE CASCADE ON UPDATE CASCADE;
