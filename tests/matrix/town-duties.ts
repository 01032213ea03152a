import { randomUUID } from "node:crypto";
import { addInput } from "@/lib/contacts/schema";
import { add } from "@/lib/contacts/service";
import { open } from "@/lib/duties/review-service";
import { logInput, type Logged } from "@/lib/duties/schema";
import { log } from "@/lib/duties/service";
import { cancel, upload } from "@/lib/duty-imports/service";
import { mint, type AccountActor } from "@/lib/platform/actor";
import { addDays, today } from "@/lib/platform/clock";
import { ownerQuery } from "../support/database";
import { actorOf } from "../support/committee";
import type { House } from "../support/roster";

/** A record under review, which its writer takes back no more. */
export async function dutyOf(house: House, personId: string): Promise<string> {
  const actor = mint<AccountActor>({ ...actorOf("DELEGATE", house.id), personId });
  const form = { kind: "CONTACT", clientKey: randomUUID(), title: "走访矩阵村", heldOn: addDays(today(), -1), hours: "", place: "", content: "村口的路没有路灯", evidence: "", lateReason: "", members: "1", masses: "" };
  const id = await log(actor, logInput.parse(form) as unknown as Logged);
  await open(house.office, id);
  return id;
}

/** Somebody this delegate keeps in touch with. */
export async function contactOf(house: House, delegateId: string): Promise<string> {
  await add(house.office, addInput.parse({ delegateId, kind: "MEMBER", name: "矩阵党员", about: "", since: addDays(today(), -30) }));
  const [row] = await ownerQuery<{ id: string }>(`SELECT id FROM "Contact" WHERE "delegateId" = $1`, [delegateId]);
  return row?.id ?? "";
}

/** A sheet of past duties that waits to be confirmed, and one that was given up. */
export const sheetIn = (office: AccountActor): Promise<string> => upload(office, "矩阵履职.csv", Buffer.from("代表姓名,履职日期,活动类型,活动名称\n无此人,2026-03-01,志愿服务,社区义诊\n"));
export async function sheetGivenUp(office: AccountActor): Promise<string> {
  const id = await sheetIn(office);
  await cancel(office, id);
  return id;
}
