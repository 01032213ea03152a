import { LinkButton } from "@/components/ui/button";
import type { ActivityState } from "@/prisma/client/enums";

/** From the page of an activity to its marks and, while people may sign in, to the screen of the room. */
export function AttendanceLinks({ of, runs }: { of: { id: string; state: ActivityState }; /** Whether the reader organises it. */ runs: boolean }) {
  if (of.state === "DRAFT" || of.state === "CANCELLED") return null;
  const here = `/manage/activities/${of.id}`;
  return (
    <>
      <LinkButton href={`${here}/attendance`}>到会登记</LinkButton>
      {runs && of.state !== "ARCHIVED" ? <LinkButton href={`${here}/screen`}>签到屏幕</LinkButton> : null}
    </>
  );
}
