import { startAttendanceImportJobs } from "@/lib/attendances/jobs";
import { readCards } from "@/lib/delegates/card-service";
import { startDelegateAccountJobs } from "@/lib/delegate-accounts/jobs";
import { startMissingHandlings } from "@/lib/corrections/clock-service";
import { settleFirstPasswords } from "@/lib/delegate-accounts/clock-service";
import { startDeadlineJobs } from "@/lib/deadlines/jobs";
import { startMergeJobs } from "@/lib/merges/jobs";
import { startMessageJobs } from "@/lib/messages/jobs";
import { startDeliveryJobs } from "@/lib/messages/delivery-jobs";
import { startRegistrationFormJobs } from "@/lib/registration-forms/jobs";
import { startRosterImportJobs } from "@/lib/roster-imports/jobs";
import { env } from "@/lib/platform/env";
import { stopJobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { startMissingFilings } from "@/lib/terminations/clock-service";
import { startUnitImportJobs } from "@/lib/unit-imports/jobs";

env();
await startRosterImportJobs();
await startRegistrationFormJobs();
await startDelegateAccountJobs();
await startMergeJobs();
await startUnitImportJobs();
await startAttendanceImportJobs();
await startDeliveryJobs();
await startDeadlineJobs([settleFirstPasswords, startMissingFilings, startMissingHandlings]);
await startMessageJobs();
await readCards();
log.info("worker ready");

const stop = async () => {
  await stopJobs();
  process.exit(0);
};
process.once("SIGTERM", stop);
process.once("SIGINT", stop);
