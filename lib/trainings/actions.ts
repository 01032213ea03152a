"use server";
import { action } from "@/lib/platform/action";
import * as certificates from "./certificate-service";
import { issueInput } from "./schema";

export const issueCertificates = action(issueInput, async (actor, input) => {
  await certificates.issue(actor, input);
  return { go: `/manage/activities/${input.id}/certificates?show=issued` };
});
